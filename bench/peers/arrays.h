/* Reads a folder of arrays by its manifest: lines `name type length` or `name number value`. */
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <sys/resource.h>

typedef struct { char name[64], type[16]; double value; long length; void *data; } Array;
static Array arrays[64];
static int arrays_read;

static double clock_of(clockid_t id) {
  struct timespec t;
  clock_gettime(id, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void read_arrays(const char *folder) {
  if (strlen(folder) > 4000) exit(1);
  char path[5000], value[64];
  snprintf(path, sizeof path, "%s/manifest", folder);
  FILE *manifest = fopen(path, "r");
  if (!manifest) { perror(path); exit(1); }
  Array *a = arrays;
  while (fscanf(manifest, "%63s %15s %63s", a->name, a->type, value) == 3) {
    a->value = atof(value);
    if (strcmp(a->type, "number") != 0) {
      int width = strcmp(a->type, "f64") == 0 ? 8 : strcmp(a->type, "i32") == 0 ? 4 : 1;
      a->length = atol(value);
      a->data = malloc(a->length * width + 8);
      snprintf(path, sizeof path, "%s/%s", folder, a->name);
      FILE *file = fopen(path, "rb");
      if (!file || fread(a->data, width, a->length, file) != (size_t)a->length) { perror(path); exit(1); }
      fclose(file);
    }
    arrays_read++;
    a++;
  }
  fclose(manifest);
}

static Array *array(const char *name) {
  for (int i = 0; i < arrays_read; i++) if (strcmp(arrays[i].name, name) == 0) return &arrays[i];
  fprintf(stderr, "no array %s\n", name);
  exit(1);
}
#define I32(name) ((const int32_t *)array(name)->data)
#define F64(name) ((const double *)array(name)->data)
#define U8(name) ((const uint8_t *)array(name)->data)
#define NUMBER(name) (array(name)->value)
#define LENGTH(name) (array(name)->length)

static void tell(double ready, double load, double seconds, double cpu, long count, double digest) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("{\"ready\":%.6f,\"load\":%.6f,\"seconds\":%.6f,\"cpu\":%.6f,\"peak\":%ld,\"count\":%ld,\"digest\":\"%.0f\"}\n",
         ready, load, seconds, cpu, used.ru_maxrss / 1024, count, digest);
}
