/* The fixpoint of src/graph/control.ts in C, on the same arrays: control certain|possible FOLDER */
#include "arrays.h"

#define LOW_OPEN 1
#define ALONE 4

int main(int argc, char **argv) {
  double ready = clock_of(CLOCK_REALTIME), start = clock_of(CLOCK_MONOTONIC);
  int certain = strcmp(argv[1], "certain") == 0;
  read_arrays(argv[argc - 1]);
  const int nodes = NUMBER("nodes"), phantom = NUMBER("phantom");
  const double whole = NUMBER("whole");
  const long ballots = LENGTH("company");
  const int32_t *company = I32("company"), *count = I32("ballots");
  const double *treasury_low = F64("treasuryLow"), *treasury_high = F64("treasuryHigh"), *named = F64("namedLow");
  const uint8_t *treasury_open = U8("treasuryOpen"), *flags = U8("holdFlags");
  const int32_t *hold_start = I32("holdStart"), *hold = I32("holdBallot");
  const double *low = F64("holdLow"), *high = F64("holdHigh");
  const int32_t *right_start = I32("rightStart"), *right = I32("rightTo");
  double begun = clock_of(CLOCK_MONOTONIC), cpu = clock_of(CLOCK_PROCESS_CPUTIME_ID);

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
