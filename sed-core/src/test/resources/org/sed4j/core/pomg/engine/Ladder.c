/* What Ladder.java says, by hand: a record is key, tick, wealth, sum, time, rungs. LIMIT is defined before. */
#ifdef __CUDACC_RTC__
typedef signed char int8_t; typedef unsigned char uint8_t; typedef int int32_t; typedef unsigned int uint32_t;
typedef long long int64_t; typedef unsigned long long uint64_t;
#else
#include <stdint.h>
#include <string.h>
#include <math.h>
#endif

#ifdef __CUDACC__
#define ENTRY extern "C" __global__ void
#define INNER static __device__
#define WORLDS(players) \
    int t = blockIdx.x * blockDim.x + threadIdx.x; \
    if (t >= count * players) return; \
    for (int b = first + t / players, i = t % players, once = 1; once; once = 0)
#else
#define ENTRY void
#define INNER static
#define WORLDS(players) \
    for (int b = first, i = 0; b < first + count; i++, b += i / players, i %= players)
#endif
#ifndef SED_TILE
#define SED_TILE 1
#endif
#define BYTES 40
#define AT(offset, type, e) \
    (*(type *) (state + ((int64_t) (b / SED_TILE) * BYTES + offset) * SED_TILE + (b % SED_TILE) * sizeof(type) \
        + (int64_t) (e) * SED_TILE * sizeof(type)))
#define KEY AT(0, int64_t, 0)
#define TICK AT(8, int64_t, 0)
#define WEALTH AT(16, double, 0)
#define SUM AT(24, int32_t, 0)
#define TIME AT(28, int32_t, 0)
#define RUNG(e) AT(32, int8_t, e)

typedef struct { uint64_t base, index; } rng;
INNER uint64_t mix(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}
INNER uint64_t next(rng *r) { r->index++; return mix(r->base + r->index * 0x9E3779B97F4A7C15u); }
INNER rng seat(int64_t key, int64_t tick) {
    rng r = {mix((uint64_t) key + mix((uint64_t) tick * 0x9E3779B97F4A7C15u)), 0};
    return r;
}
INNER int32_t below(rng *r, uint32_t bound) { return (int32_t) (((next(r) >> 32) * bound) >> 32); }

ENTRY sed_step(uint8_t *state, int32_t first, int32_t count, const int32_t *actions, const float *design, float *rewards,
               int32_t *flags, uint8_t *spare) {
    WORLDS(1) {
        int32_t sum = SUM + actions[2 * b] + actions[2 * b + 1];
        flags[b] = sum > LIMIT ? 1 : 0;
        if (sum > LIMIT) continue;
        rng r = seat(KEY, TICK);
        for (int p = 0; p < 2; p++) {
            rewards[2 * b + p] = actions[2 * b + p] * (1 - design[b]);
            WEALTH += rewards[2 * b + p] * ((next(&r) >> 11) * 0x1.0p-53);
        }
        SUM = sum;
        int rung = below(&r, 3);
        RUNG(rung) = (RUNG(rung) + 1) & 7;
        TIME++;
        TICK++;
    }
}
ENTRY sed_reset(uint8_t *state, int32_t first, int32_t count, const int8_t *which, int32_t *flags, uint8_t *spare) {
    WORLDS(1) {
        flags[b] = 0;
        if (which && !which[b]) continue;
        rng r = seat(KEY, TICK);
        SUM = below(&r, 100);
        for (int e = 0; e < 3; e++) RUNG(e) = below(&r, 8);
        WEALTH = 0.1;
        TIME = 0;
        TICK++;
    }
}
ENTRY sed_observe(const uint8_t *state, int32_t first, int32_t count, const float *design, int8_t *codes, float *numbers,
                  int32_t *flags) {
    WORLDS(2) {
        flags[b] = SUM == LIMIT ? 4 : 0;
        for (int e = 0; e < 3; e++) codes[(2 * b + i) * 3 + e] = RUNG((e + i) % 3);
        numbers[(2 * b + i) * 2] = SUM;
        numbers[(2 * b + i) * 2 + 1] = (float) WEALTH;
    }
}
ENTRY sed_allowed(const uint8_t *state, int32_t first, int32_t count, const float *design, int8_t *masks, int32_t *flags) {
    WORLDS(2) {
        masks[(2 * b + i) * 3] = 1;
        masks[(2 * b + i) * 3 + 1] = TIME % 2;
        masks[(2 * b + i) * 3 + 2] = i == 0;
#ifndef __CUDACC__
        flags[b] = 0;
#endif
    }
}
ENTRY sed_ends(const uint8_t *state, int32_t first, int32_t count, int8_t *terminated, int8_t *truncated, int8_t *ended,
               int8_t *due, int32_t *flags) {
    WORLDS(1) {
        terminated[b] = TIME >= 20;
        truncated[b] = SUM % 50 == 49;
        ended[b] = terminated[b] | truncated[b];
        due[b] = TIME % 5 == 0;
        flags[b] = 0;
    }
}
ENTRY sed_consult(const uint8_t *state, int32_t first, int32_t count, const int8_t *due, const int32_t *actions,
                  const float *design, int8_t *codes, float *numbers, int32_t *flags) {
    WORLDS(1) {
        flags[b] = 0;
        if (due && !due[b]) continue;
        numbers[2 * b] = SUM;
        numbers[2 * b + 1] = actions[2 * b];
    }
}
ENTRY sed_measure(const uint8_t *state, int32_t first, int32_t count, float *measures, int32_t *flags) {
    WORLDS(1) { measures[2 * b] = RUNG(0); measures[2 * b + 1] = RUNG(1); flags[b] = 0; }
}
ENTRY sed_gauge(const uint8_t *state, int32_t first, int32_t count, float *gauges, int32_t *flags) {
    WORLDS(1) { gauges[b] = (float) WEALTH; flags[b] = 0; }
}
