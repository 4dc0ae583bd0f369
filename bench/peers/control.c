/* The fixpoint of src/graph/control.ts in C, on the same arrays: control certain|possible [reduce] FOLDER.
   With `reduce` what decides by itself becomes a right first and what can decide nothing goes, as in kernels/reduce.ts. */
#include "arrays.h"

#define LOW_OPEN 1
#define ALONE 4

static void reduce(int certain) {
  const int nodes = NUMBER("nodes");
  const double whole = NUMBER("whole");
  const long ballots = LENGTH("company"), holdings = LENGTH("holdBallot"), rights = LENGTH("rightTo");
  const int32_t *company = I32("company"), *count = I32("ballots");
  const double *treasury_low = F64("treasuryLow"), *treasury_high = F64("treasuryHigh"), *named = F64("namedLow");
  const uint8_t *treasury_open = U8("treasuryOpen");
  int32_t *hold_start = array("holdStart")->data, *hold = array("holdBallot")->data;
  int32_t *right_start = array("rightStart")->data;
  double *low = array("holdLow")->data, *high = array("holdHigh")->data;
  uint8_t *flags = array("holdFlags")->data;
  typedef struct { double low, high; int32_t open; } Rest;
  Rest *rests = calloc(ballots, sizeof(Rest));
  int32_t *fate = malloc(holdings * 4L);
  uint8_t *decidable = calloc(ballots, 1);
#define AT_LEAST(b, x, o) (2 * (x) + treasury_low[b] > whole || (2 * (x) + treasury_low[b] == whole && ((o) || treasury_open[b])))
#define MOST_VOTES(b, in, x) ((x) < whole - (named[b] - (in)) - treasury_low[b] ? (x) : whole - (named[b] - (in)) - treasury_low[b])
  for (long e = 0; e < holdings; e++) {
    const int b = hold[e], open = flags[e] & LOW_OPEN, alone = (flags[e] & ALONE) != 0;
    Rest *rest = &rests[b];
    int decides;
    if (certain) {
      if (count[company[b]] > 1) { fate[e] = -1; continue; }
      decides = AT_LEAST(b, low[e], open);
    } else {
      const double in = alone ? 0 : low[e], left = whole - (named[b] - in), votes = MOST_VOTES(b, in, high[e]);
      const double treasury = treasury_high[b] < left - votes ? treasury_high[b] : left - votes;
      decides = 2 * votes + treasury > whole || (alone && 2 * high[e] + treasury_high[b] > whole);
    }
    if (decides) { fate[e] = company[b]; continue; }
    fate[e] = -2;
    rest->high += high[e];
    if (rest->high > whole) rest->high = whole;
    if (!alone) { rest->low += low[e]; rest->open |= open; }
  }
  for (long b = 0; b < ballots; b++) {
    if (certain) decidable[b] = AT_LEAST(b, rests[b].low, rests[b].open);
    else {
      const double left = whole - (named[b] - rests[b].low), votes = MOST_VOTES(b, rests[b].low, rests[b].high);
      decidable[b] = 2 * votes + (treasury_high[b] < left - votes ? treasury_high[b] : left - votes) > whole;
    }
  }
  const int32_t *given = array("rightTo")->data;
  int32_t *right = malloc((rights + holdings + 1) * 4L);
  long r = 0, h = 0, from = 0, e = 0;
  for (int n = 0; n < nodes; n++) {
    const long last_right = right_start[n + 1], last_hold = hold_start[n + 1];
    right_start[n] = r;
    hold_start[n] = h;
    for (; from < last_right; from++) right[r++] = given[from];
    for (; e < last_hold; e++) {
      if (fate[e] >= 0) right[r++] = fate[e];
      else if (fate[e] == -1 || decidable[hold[e]]) {
        hold[h] = hold[e];
        low[h] = low[e];
        high[h] = high[e];
        flags[h++] = flags[e];
      }
    }
  }
  right_start[nodes] = r;
  hold_start[nodes] = h;
  array("rightTo")->data = right;
  free(rests), free(fate), free(decidable);
}

int main(int argc, char **argv) {
  double ready = clock_of(CLOCK_REALTIME), start = clock_of(CLOCK_MONOTONIC);
  int certain = strcmp(argv[1], "certain") == 0;
  read_arrays(argv[argc - 1]);
  double begun = clock_of(CLOCK_MONOTONIC), cpu = clock_of(CLOCK_PROCESS_CPUTIME_ID);
  if (argc == 4) reduce(certain);
  const int nodes = NUMBER("nodes"), phantom = NUMBER("phantom");
  const double whole = NUMBER("whole");
  const long ballots = LENGTH("company");
  const int32_t *company = I32("company"), *count = I32("ballots");
  const double *treasury_low = F64("treasuryLow"), *treasury_high = F64("treasuryHigh"), *named = F64("namedLow");
  const uint8_t *treasury_open = U8("treasuryOpen"), *flags = U8("holdFlags");
  const int32_t *hold_start = I32("holdStart"), *hold = I32("holdBallot");
  const double *low = F64("holdLow"), *high = F64("holdHigh");
  const int32_t *right_start = I32("rightStart"), *right = I32("rightTo");

  int32_t *stamp = calloc(nodes, 4), *queue = malloc(nodes * 4L), *passed = calloc(nodes, 4), *passed_at = calloc(nodes, 4);
  typedef struct { double low, alone, high, alone_high; int32_t seen, low_open, alone_open; } Sum;
  Sum *sums = calloc(ballots, sizeof(Sum));
  long pairs = 0;
  double digest = 0;
  for (int source = 0; source < nodes; source++) {
    if (source == phantom || (hold_start[source] == hold_start[source + 1] && right_start[source] == right_start[source + 1]))
      continue;
    const int run = source + 1;
    int tail = 1;
    stamp[source] = run;
    queue[0] = source;
    for (int head = 0; head < tail; head++) {
      const int holder = queue[head];
      for (int e = right_start[holder]; e < right_start[holder + 1]; e++)
        if (stamp[right[e]] != run) { stamp[right[e]] = run; queue[tail++] = right[e]; }
      for (int e = hold_start[holder]; e < hold_start[holder + 1]; e++) {
        const int b = hold[e], open = flags[e] & LOW_OPEN;
        Sum *s = &sums[b];
        int had = 0;
#define LEAST(x, o) (2 * (x) + treasury_low[b] > whole || (2 * (x) + treasury_low[b] == whole && ((o) || treasury_open[b])))
#define CERTAIN (LEAST(s->low, s->low_open) || LEAST(s->alone, s->alone_open))
        if (s->seen != run) {
          *s = (Sum){.seen = run};
        } else if (certain) had = CERTAIN;
        if (flags[e] & ALONE) {
          if (high[e] > s->alone_high) s->alone_high = high[e];
          if (low[e] > s->alone) { s->alone = low[e]; s->alone_open = open; }
          else if (low[e] == s->alone && open) s->alone_open = 1;
        } else {
          s->low += low[e];
          s->low_open += open;
        }
        s->high += high[e];
        if (s->high > whole) s->high = whole;
        const int to = company[b];
        if (had || stamp[to] == run) continue;
        if (certain) {
          if (!CERTAIN) continue;
          if (passed_at[to] != run) { passed_at[to] = run; passed[to] = 0; }
          if (++passed[to] < count[to]) continue;
        } else {
          const double left = whole - (named[b] - s->low);
          double votes = left - treasury_low[b];
          if (s->high < votes) votes = s->high;
          double treasury = left - votes;
          if (treasury_high[b] < treasury) treasury = treasury_high[b];
          if (!(2 * votes + treasury > whole) && !(2 * s->alone_high + treasury_high[b] > whole)) continue;
        }
        stamp[to] = run;
        queue[tail++] = to;
      }
    }
    double sum = 0;
    for (int i = 1; i < tail; i++) sum += queue[i] % 9967 + 1;
    digest += (source % 9973 + 1) * sum;
    pairs += tail - 1;
  }
  tell(ready, begun - start, clock_of(CLOCK_MONOTONIC) - begun, clock_of(CLOCK_PROCESS_CPUTIME_ID) - cpu, pairs, digest);
  return 0;
}
