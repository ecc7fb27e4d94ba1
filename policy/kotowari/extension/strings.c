#include "strings.h"

#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

PyObject *
small_letters(PyObject *text)
{
    if (!PyUnicode_IS_ASCII(text))
        return NULL;
    Bytes from = bytes_of(text);
    if (memchr(from.at, '~', from.size))
        return NULL;
    PyObject *found = PyUnicode_New(from.size, 127);
    if (!found)
        return NULL;
    char *restrict to = PyUnicode_DATA(found);
    for (Py_ssize_t at = 0; at < from.size; at++)
        to[at] = from.at[at] + (((unsigned char)(from.at[at] - 'A') < 26) << 5);
    return found;
}

/* Its first and its last byte are looked for at once, sixteen places at a time: the "generic SIMD" search of Wojciech
   Muła, http://0x80.pl/articles/simd-strfind.html. */
Py_ssize_t
next_of(Bytes of, Bytes in, Py_ssize_t at)
{
    const Py_ssize_t last = of.size - 1;
    if (!last) {
        const char *found = at < in.size ? memchr(in.at + at, of.at[0], in.size - at) : NULL;
        return found ? found - in.at : -1;
    }
#if defined(__SSE2__)
    const __m128i begins = _mm_set1_epi8(of.at[0]), ends = _mm_set1_epi8(of.at[last]);
    for (; at + last + 16 <= in.size; at += 16) {
        __m128i begin = _mm_cmpeq_epi8(begins, _mm_loadu_si128((const __m128i *)(in.at + at)));
        __m128i end = _mm_cmpeq_epi8(ends, _mm_loadu_si128((const __m128i *)(in.at + at + last)));
        for (unsigned mask = _mm_movemask_epi8(_mm_and_si128(begin, end)); mask; mask &= mask - 1) {
            Py_ssize_t place = at + __builtin_ctz(mask);
            if (!memcmp(in.at + place + 1, of.at + 1, last - 1))
                return place;
        }
    }
#endif
    for (; at + of.size <= in.size; at++) {
        const char *next = memchr(in.at + at, of.at[0], in.size - last - at);
        if (!next)
            return -1;
        at = next - in.at;
        if (!memcmp(next + 1, of.at + 1, last))
            return at;
    }
    return -1;
}

int
stands(PyObject *string, PyObject *text)
{
    if (!PyUnicode_IS_ASCII(text) || !PyUnicode_IS_ASCII(string))
        return PyUnicode_Contains(text, string);
    Bytes of = bytes_of(string);
    return !of.size || next_of(of, bytes_of(text), 0) >= 0;
}
