/* Components and portfolios in C, as src/graph/components.ts and portfolio.ts: owned components|portfolio FOLDER [OUT] */
#include "arrays.h"

typedef struct { int count; int32_t *of, *ends, *order; } Found;

static Found components(int nodes, const int32_t *start, const int32_t *to) {
  int32_t *path = malloc(nodes * 4L), *next = malloc(nodes * 4L), *first = malloc(nodes * 4L);
  Found f = {0, calloc(nodes, 4), malloc((nodes + 1) * 4L), malloc(nodes * 4L)};
  int32_t *reach = f.of;
  int last = nodes, placed = 0, waiting = nodes, seen = 1;
  f.ends[0] = 0;
  for (int v = 0; v < nodes; v++)
    if (start[v] == start[v + 1]) {
      reach[v] = last--;
      f.order[placed++] = v;
      f.ends[nodes - last] = placed;
    }
  for (int root = 0; root < nodes; root++) {
    if (reach[root]) continue;
    int depth = 0, v = root, e = start[v], least = seen;
    path[0] = v;
    first[0] = seen;
    reach[v] = seen++;
    for (;;) {
      int down = -1;
      for (const int end = start[v + 1]; e < end;) {
        const int w = to[e++], r = reach[w];
        if (r == 0) { down = w; break; }
        if (r < least) least = r;
      }
      if (down >= 0) {
        reach[v] = least;
        next[depth] = e;
        v = down;
        e = start[v];
        path[++depth] = v;
        first[depth] = least = seen;
        reach[v] = seen++;
        continue;
      }
      if (least == first[depth]) {
        int from = waiting;
        while (from < nodes && reach[path[from]] >= least) from++;
        for (int k = from - 1; k >= waiting; k--) {
          reach[path[k]] = last;
          f.order[placed++] = path[k];
        }
        f.order[placed++] = v;
        seen -= from - waiting + 1;
        waiting = from;
        reach[v] = last--;
        f.ends[nodes - last] = placed;
      } else {
        reach[v] = least;
        path[--waiting] = v;
      }
      if (depth == 0) break;
      const int below = reach[v];
      v = path[--depth];
      e = next[depth];
      least = below < reach[v] ? below : reach[v];
    }
  }
  for (int v = 0; v < nodes; v++) reach[v] = nodes - reach[v];
  f.count = nodes - last;
  free(path); free(next); free(first);
  return f;
}

static int nodes;
static double whole;
static const int32_t *start, *holder;
static const double *units;
typedef struct { double x; int32_t waits, own; } Node;
static Node *node;

static void finish_own(int j) {
  double own = 0;
  for (int e = start[j]; e < start[j + 1]; e++) if (holder[e] == j) own += units[e];
  node[j].x = (node[j].x * whole + own) / (whole - own);
}

static void hand_on(int j, int32_t *core_of, int core) {
  if (node[j].own && core < 0) finish_own(j);
  const double each = (1 + node[j].x) / whole;
  for (int e = start[j]; e < start[j + 1]; e++)
    if (holder[e] != j && (core < 0 || core_of[holder[e]] != core)) node[holder[e]].x += units[e] * each;
}

static void portfolio(void) {
  int32_t *stack = malloc(nodes * 4L);
  for (int j = 0; j < nodes; j++)
    for (int e = start[j]; e < start[j + 1]; e++) {
      if (units[e] == 0) continue;
      if (holder[e] == j) node[j].own = 1;
      else node[holder[e]].waits++;
    }
  for (int at = nodes - 1; at >= 0; at--) {
    if (node[at].waits || start[at] == start[at + 1]) continue;
    int depth = 0, j = at;
    for (;;) {
      if (node[j].own) finish_own(j);
      const double each = (1 + node[j].x) / whole;
      for (int e = start[j]; e < start[j + 1]; e++) {
        const int i = holder[e];
        if (units[e] == 0 || i == j) continue;
        node[i].x += units[e] * each;
        if (--node[i].waits == 0 && i > at) stack[depth++] = i;
      }
      if (depth == 0) break;
      j = stack[--depth];
    }
  }
  int left = 0;
  int32_t *place = malloc(nodes * 4L), *name = stack, *core_of = malloc(nodes * 4L);
  for (int j = 0; j < nodes; j++) {
    core_of[j] = -1;
    place[j] = node[j].waits > 0 && start[j] < start[j + 1] ? left : -1;
    if (place[j] >= 0) name[left++] = j;
  }
  int32_t *local = calloc(left + 1, 4);
  long edges = 0;
  for (int k = 0; k < left; k++) {
    for (int e = start[name[k]]; e < start[name[k] + 1]; e++)
      if (units[e] > 0 && holder[e] != name[k] && place[holder[e]] >= 0) edges++;
    local[k + 1] = edges;
  }
  int32_t *to = malloc(edges * 4 + 4);
  edges = 0;
  for (int k = 0; k < left; k++)
    for (int e = start[name[k]]; e < start[name[k] + 1]; e++)
      if (units[e] > 0 && holder[e] != name[k] && place[holder[e]] >= 0) to[edges++] = place[holder[e]];
  Found f = components(left, local, to);
  for (int c = f.count - 1; c >= 0; c--) {
    const int from = f.ends[c], end = f.ends[c + 1];
    if (end - from == 1) {
      hand_on(name[f.order[from]], core_of, -1);
      continue;
    }
    double *given = malloc((end - from) * 8L), *next = malloc((end - from) * 8L);
    int32_t *at = place;
    for (int k = from; k < end; k++) {
      const int j = name[f.order[k]];
      core_of[j] = c;
      at[j] = k - from;
      given[k - from] = node[j].x;
    }
    for (int sweep = 0; sweep < 100000; sweep++) {
      double change = 0;
      memcpy(next, given, (end - from) * 8L);
      for (int k = from; k < end; k++) {
        const int j = name[f.order[k]];
        const double each = (1 + node[j].x) / whole;
        for (int e = start[j]; e < start[j + 1]; e++)
          if (core_of[holder[e]] == c) next[at[holder[e]]] += units[e] * each;
      }
      for (int k = from; k < end; k++) {
        const int j = name[f.order[k]];
        const double d = (next[k - from] - node[j].x) / next[k - from];
        if (d > change) change = d;
        node[j].x = next[k - from];
      }
      if (change < 1e-11) break;
    }
    for (int k = from; k < end; k++) hand_on(name[f.order[k]], core_of, c);
    free(given); free(next);
  }
}

int main(int argc, char **argv) {
  double ready = clock_of(CLOCK_REALTIME), begin = clock_of(CLOCK_MONOTONIC);
  read_arrays(argv[2]);
  nodes = NUMBER("nodes");
  whole = NUMBER("whole");
  start = I32("start");
  holder = I32("holder");
  units = F64("units");
  double begun = clock_of(CLOCK_MONOTONIC), cpu = clock_of(CLOCK_PROCESS_CPUTIME_ID);
  if (strcmp(argv[1], "components") == 0) {
    Found f = components(nodes, start, holder);
    int largest = 0;
    for (int c = 0; c < f.count; c++) if (f.ends[c + 1] - f.ends[c] > largest) largest = f.ends[c + 1] - f.ends[c];
    tell(ready, begun - begin, clock_of(CLOCK_MONOTONIC) - begun, clock_of(CLOCK_PROCESS_CPUTIME_ID) - cpu, f.count, largest);
    return 0;
  }
  node = calloc(nodes, sizeof(Node));
  portfolio();
  double seconds = clock_of(CLOCK_MONOTONIC) - begun, spent = clock_of(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  FILE *out = fopen(argv[3], "wb");
  for (int j = 0; j < nodes; j++) fwrite(&node[j].x, 8, 1, out);
  fclose(out);
  tell(ready, begun - begin, seconds, spent, nodes, 0);
  (void)argc;
  return 0;
}
