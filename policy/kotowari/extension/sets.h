/* Sets of rules are Python's integers, as in the index: bit `p` stands for the rule at place `p`. They are never
   changed; what is left of one request is worked out on a copy of their digits. */

#ifndef KOTOWARI_SETS_H
#define KOTOWARI_SETS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#if PY_VERSION_HEX >= 0x030C0000
#define DIGITS(number) (((PyLongObject *)(number))->long_value.ob_digit)
#define SIZE(number) ((Py_ssize_t)(((PyLongObject *)(number))->long_value.lv_tag >> 3))
#else
#define DIGITS(number) (((PyLongObject *)(number))->ob_digit)
#define SIZE(number) Py_SIZE(number)
#endif

typedef struct {
    const digit *digits;
    Py_ssize_t size;
} Set;

static inline Set
set_of(PyObject *number)
{
    return (Set){DIGITS(number), SIZE(number)};
}

/* Whether something can be a set of rules: a whole number that is not below 0. */
static inline int
is_set(PyObject *number)
{
    int overflow;
    if (!PyLong_Check(number))
        return 0;
    long long small = PyLong_AsLongLongAndOverflow(number, &overflow);
    return overflow > 0 || (!overflow && small >= 0);
}

static inline int
has(Set set, Py_ssize_t place)
{
    Py_ssize_t at = place / PyLong_SHIFT;
    return at < set.size && (set.digits[at] >> (place % PyLong_SHIFT) & 1);
}

/* Memory that is zero; NULL with an exception where there is none. */
static inline void *
zeroed(Py_ssize_t count, size_t size)
{
    void *found = PyMem_Calloc(count ? count : 1, size);
    if (!found)
        PyErr_NoMemory();
    return found;
}

#endif
