/* Tells by plain words whether a text mentions a topic, as `kotowari.text.glance` does by expressions. */

#ifndef KOTOWARI_MENTIONED_H
#define KOTOWARI_MENTIONED_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern PyTypeObject MentionedType;

/* Whether an ASCII text in small letters mentions a topic: 1, 0, or -1 with an exception; 2 where its patterns are not
   plain words. */
int mentioned_in(PyObject *mentioned, PyObject *text);

#endif
