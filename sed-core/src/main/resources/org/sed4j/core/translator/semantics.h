/* Java's arithmetic in C99 and CUDA C: wrap-around, masked shifts, conversions that saturate, NaN and signed zeros. */
#ifdef __CUDACC_RTC__
typedef signed char int8_t;
typedef unsigned char uint8_t;
typedef short int16_t;
typedef unsigned short uint16_t;
typedef int int32_t;
typedef unsigned int uint32_t;
typedef long long int64_t;
typedef unsigned long long uint64_t;
#else
#include <math.h>
#include <stdint.h>
#include <string.h>
#endif

#ifdef __CUDACC__
#pragma nv_diag_suppress 177, 550
#define HELPER static __device__ __forceinline__
#define SMALL static __device__ __forceinline__
#define LARGE static __device__
#define TABLE static __device__ const
#define ROOMY
#define EXPORT extern "C" __global__ void
#define F_BITS(x) __float_as_int(x)
#define BITS_F(x) __int_as_float(x)
#define D_BITS(x) ((int64_t)__double_as_longlong(x))
#define BITS_D(x) __longlong_as_double(x)
#define I_BIT_COUNT(x) __popc((uint32_t)(x))
#define J_BIT_COUNT(x) __popcll((uint64_t)(x))
#define I_LEADING(x) __clz(x)
#define J_LEADING(x) __clzll(x)
#define I_TRAILING(x) ((x) == 0 ? 32 : __ffs(x) - 1)
#define J_TRAILING(x) ((x) == 0 ? 64 : __ffsll(x) - 1)
#define LANES (int32_t)(blockIdx.x * blockDim.x + threadIdx.x)
#define EACH_WORLD int32_t b = first + LANES; if (b < first + count)
#define EACH_PLAYER(n) int32_t b = first + LANES / (n), i = LANES % (n); if (b < first + count)
#define FLAG_PLAYER if (k->fault) atomicOr((int *)flags + b, k->fault)
#define SPARE(spare, b) RECORD(spare, b)
#else
#define HELPER static inline __attribute__((always_inline, unused))
#define SMALL static inline __attribute__((always_inline, unused))
#define LARGE static __attribute__((unused))
#define TABLE static const
#define ROOMY static __thread
#ifndef EXPORT
#define EXPORT __attribute__((visibility("default"))) void
#endif
HELPER int32_t F_BITS(float x) { int32_t bits; memcpy(&bits, &x, 4); return bits; }
HELPER float BITS_F(int32_t bits) { float x; memcpy(&x, &bits, 4); return x; }
HELPER int64_t D_BITS(double x) { int64_t bits; memcpy(&bits, &x, 8); return bits; }
HELPER double BITS_D(int64_t bits) { double x; memcpy(&x, &bits, 8); return x; }
#define I_BIT_COUNT(x) __builtin_popcount((uint32_t)(x))
#define J_BIT_COUNT(x) __builtin_popcountll((uint64_t)(x))
#define I_LEADING(x) ((x) == 0 ? 32 : __builtin_clz((uint32_t)(x)))
#define J_LEADING(x) ((x) == 0 ? 64 : __builtin_clzll((uint64_t)(x)))
#define I_TRAILING(x) ((x) == 0 ? 32 : __builtin_ctz((uint32_t)(x)))
#define J_TRAILING(x) ((x) == 0 ? 64 : __builtin_ctzll((uint64_t)(x)))
#define EACH_WORLD for (int32_t b = first; b < first + count; b++)
#define EACH_PLAYER(n) for (int32_t b = first; b < first + count; b++) for (int32_t i = 0; i < (n); i++)
#define FLAG_PLAYER flags[b] = i == 0 ? k->fault : flags[b] | k->fault
#define SPARE(spare, b) (spare)
#endif

#define INT32_C_MAX 2147483647
#define INT32_C_MIN (-2147483647 - 1)
#define INT64_C_MAX 9223372036854775807LL
#define INT64_C_MIN (-9223372036854775807LL - 1)

#define F_NAN __builtin_nanf("")
#define F_INFINITY __builtin_huge_valf()
#define D_NAN __builtin_nan("")
#define D_INFINITY __builtin_huge_val()

/* Layout: tiles of SED_TILE worlds, members of a tile's worlds side by side. One world a tile: a plain record. */
#ifndef SED_TILE
#define SED_TILE 1
#endif
#define LANE(b) ((b) % SED_TILE)
#define RECORD(state, b) ((uint8_t *)(state) + (int64_t)((b) / SED_TILE) * SED_TILE * STATE_BYTES)
#define AT(T, offset) ((T *)(w + (int64_t)(offset) * SED_TILE) + k->lane)

/* 1 thrown, 2 index, 4 division by zero, 8 negative size */
#define FAULT(code) do { k->fault |= (code); goto fault; } while (0)
#define INDEX(i, n) do { if ((uint32_t)(i) >= (uint32_t)(n)) FAULT(2); } while (0)
#define RANGE(from, count, n) \
    do { if ((from) < 0 || (count) < 0 || (int64_t)(from) + (count) > (n)) FAULT(2); } while (0)

/* Short rows are most of what worlds copy: both ends are read before either is written, so ranges may overlap. */
#ifdef __CUDACC__
#define MOVES 0
#define MOVE(q, p, n) (void)0
#else
#define MOVES 1
typedef struct { uint64_t a, b; } Pair;
#define ENDS(T) do { T a, b; memcpy(&a, p, sizeof(T)); memcpy(&b, (const uint8_t *)p + n - sizeof(T), sizeof(T)); \
    memcpy(q, &a, sizeof(T)); memcpy((uint8_t *)q + n - sizeof(T), &b, sizeof(T)); } while (0)
HELPER void MOVE(void *q, const void *p, size_t n) {
    if (n > 32) memmove(q, p, n);
    else if (n >= 16) ENDS(Pair);
    else if (n >= 8) ENDS(uint64_t);
    else if (n >= 4) ENDS(uint32_t);
    else if (n >= 2) ENDS(uint16_t);
    else if (n == 1) *(uint8_t *)q = *(const uint8_t *)p;
}
#endif

#define SLICE(T, A) \
    typedef struct { T *p; int32_t n; } A; \
    HELPER A slice_##A(const T *p, int32_t n) { A a; a.p = (T *)p; a.n = n; return a; } \
    HELPER void fill_##A(T *p, int32_t s, int32_t from, int32_t to, T v) { \
        for (int32_t j = from; j < to; j++) p[(int64_t)j * s] = v; \
    } \
    HELPER void copy_##A(const T *p, int32_t s, int32_t at, T *q, int32_t u, int32_t to, int32_t n) { \
        if (MOVES && s == 1 && u == 1) { \
            if (n > 0) MOVE(q + to, p + at, (size_t)n * sizeof(T)); \
        } else if (p == q && at < to) { \
            for (int32_t j = n - 1; j >= 0; j--) q[(int64_t)(to + j) * u] = p[(int64_t)(at + j) * s]; \
        } else { \
            for (int32_t j = 0; j < n; j++) q[(int64_t)(to + j) * u] = p[(int64_t)(at + j) * s]; \
        } \
    }
SLICE(int8_t, A_i8)
SLICE(int16_t, A_i16)
SLICE(uint16_t, A_u16)
SLICE(int32_t, A_i32)
SLICE(int64_t, A_i64)
SLICE(float, A_f32)
SLICE(double, A_f64)

#define I_ADD(a, b) ((int32_t)((uint32_t)(a) + (uint32_t)(b)))
#define I_SUB(a, b) ((int32_t)((uint32_t)(a) - (uint32_t)(b)))
#define I_MUL(a, b) ((int32_t)((uint32_t)(a) * (uint32_t)(b)))
#define I_NEG(a) ((int32_t)(0u - (uint32_t)(a)))
#define I_SHL(a, b) ((int32_t)((uint32_t)(a) << ((b) & 31)))
#define I_SHR(a, b) ((a) >> ((b) & 31))
#define I_USHR(a, b) ((int32_t)((uint32_t)(a) >> ((b) & 31)))
#define J_ADD(a, b) ((int64_t)((uint64_t)(a) + (uint64_t)(b)))
#define J_SUB(a, b) ((int64_t)((uint64_t)(a) - (uint64_t)(b)))
#define J_MUL(a, b) ((int64_t)((uint64_t)(a) * (uint64_t)(b)))
#define J_NEG(a) ((int64_t)((uint64_t)0 - (uint64_t)(a)))
#define J_SHL(a, b) ((int64_t)((uint64_t)(a) << ((b) & 63)))
#define J_SHR(a, b) ((a) >> ((b) & 63))
#define J_USHR(a, b) ((int64_t)((uint64_t)(a) >> ((b) & 63)))
HELPER int32_t I_DIV(int32_t a, int32_t b) { return b == -1 ? I_NEG(a) : a / b; }
HELPER int32_t I_REM(int32_t a, int32_t b) { return b == -1 ? 0 : a % b; }
HELPER int64_t J_DIV(int64_t a, int64_t b) { return b == -1 ? J_NEG(a) : a / b; }
HELPER int64_t J_REM(int64_t a, int64_t b) { return b == -1 ? 0 : a % b; }
#define J_CMP(a, b) ((a) < (b) ? -1 : (a) > (b))
#define L_CMP(a, b) ((a) > (b) ? 1 : (a) == (b) ? 0 : -1)
#define G_CMP(a, b) ((a) < (b) ? -1 : (a) == (b) ? 0 : 1)

#define I_MIN(a, b) ((a) <= (b) ? (a) : (b))
#define I_MAX(a, b) ((a) >= (b) ? (a) : (b))
#define J_MIN I_MIN
#define J_MAX I_MAX
HELPER float F_MIN(float a, float b) {
    return a != a ? a : a == 0 && b == 0 ? (F_BITS(a) < 0 ? a : b) : a <= b ? a : b;
}
HELPER float F_MAX(float a, float b) {
    return a != a ? a : a == 0 && b == 0 ? (F_BITS(a) < 0 ? b : a) : a >= b ? a : b;
}
HELPER double D_MIN(double a, double b) {
    return a != a ? a : a == 0 && b == 0 ? (D_BITS(a) < 0 ? a : b) : a <= b ? a : b;
}
HELPER double D_MAX(double a, double b) {
    return a != a ? a : a == 0 && b == 0 ? (D_BITS(a) < 0 ? b : a) : a >= b ? a : b;
}
HELPER int32_t D2I(double x) {
    return x != x ? 0 : x >= 2147483647.0 ? INT32_C_MAX : x <= -2147483648.0 ? INT32_C_MIN : (int32_t)x;
}
HELPER int64_t D2L(double x) {
    return x != x ? 0
            : x >= 9223372036854775808.0 ? INT64_C_MAX
            : x < -9223372036854775808.0 ? INT64_C_MIN
            : (int64_t)x;
}
#define F2I(x) D2I((double)(x))
#define F2L(x) D2L((double)(x))

/* Copies a part of a world's record, word by word. */
#define COPY_PART(T, offset, count, from, to) \
    for (int32_t j = 0; j < (count); j++) \
        ((T *)((to) + (int64_t)(offset) * SED_TILE))[(int64_t)j * SED_TILE + k->lane] \
                = ((const T *)((from) + (int64_t)(offset) * SED_TILE))[(int64_t)j * SED_TILE + k->lane]
