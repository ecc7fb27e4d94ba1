/* Looks for many strings at once in an ASCII text. */

#ifndef KOTOWARI_NEEDLES_H
#define KOTOWARI_NEEDLES_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern PyTypeObject NeedlesType;

/* Those of its strings that stand in an ASCII text, and the empty one, as a new set. */
PyObject *needles_in(PyObject *needles, PyObject *text);

#endif
