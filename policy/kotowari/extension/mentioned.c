#include "mentioned.h"
#include "strings.h"

#include <stddef.h>
#include <string.h>

#define LONGEST_GAP 40

typedef struct {
    PyObject_HEAD
    PyObject *read;    /* gives the phrases, or None; until it was asked */
    PyObject *phrases; /* a tuple of what begins each, and the forms of its words in a row */
    PyObject *there;   /* tells of texts that this cannot tell of */
    vectorcallfunc call;
} Mentioned;

static inline int
in_word(char sign)
{
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
}

/* What may stand between two words: the ASCII of `kotowari.text.characters.SEPARATORS`. */
static inline int
parts_words(char sign)
{
    return sign && (strchr("-_/'\"*~>` ", sign) || (sign >= '\t' && sign <= '\r') || (sign >= 28 && sign <= 31));
}

static int
is_form(PyObject *forms, const char *at, Py_ssize_t size)
{
    for (Py_ssize_t number = 0; number < PyTuple_GET_SIZE(forms); number++) {
        Bytes form = bytes_of(PyTuple_GET_ITEM(forms, number));
        if (form.size == size && !memcmp(form.at, at, size))
            return 1;
    }
    return 0;
}

/* Where the word at a place ends, where that is one of the forms; -1 where it is not. */
static Py_ssize_t
word_end(PyObject *forms, Bytes in, Py_ssize_t at)
{
    Py_ssize_t end = at;
    while (end < in.size && in_word(in.at[end]))
        end++;
    if (end + 1 < in.size && in.at[end] == '\'' && in_word(in.at[end + 1]))
        return -1;
    return is_form(forms, in.at + at, end - at) ? end : -1;
}

/* Where the next word begins, if it is near enough and no blank line is between; -1 where not. */
static Py_ssize_t
after_gap(Bytes in, Py_ssize_t at)
{
    int lines = 0;
    Py_ssize_t end = at;
    while (end < in.size && end - at <= LONGEST_GAP && parts_words(in.at[end]))
        lines += in.at[end++] == '\n';
    return end == at || end - at > LONGEST_GAP || lines > 1 ? -1 : end;
}

static int
phrase_at(PyObject *words, Bytes in, Py_ssize_t at)
{
    if ((at && in_word(in.at[at - 1])) || (at > 1 && in.at[at - 1] == '\'' && in_word(in.at[at - 2])))
        return 0;
    for (Py_ssize_t number = 0; number < PyTuple_GET_SIZE(words); number++) {
        if (number)
            at = after_gap(in, at);
        if (at >= 0)
            at = word_end(PyTuple_GET_ITEM(words, number), in, at);
        if (at < 0)
            return 0;
    }
    return 1;
}

/* Whether a phrase stands in a text; `begins` are strings one of which every form of its first word begins with. */
static int
phrase_stands(PyObject *begins, PyObject *words, Bytes in)
{
    for (Py_ssize_t number = 0; number < PyTuple_GET_SIZE(begins); number++) {
        Bytes begin = bytes_of(PyTuple_GET_ITEM(begins, number));
        for (Py_ssize_t at = next_of(begin, in, 0); at >= 0; at = next_of(begin, in, at + 1))
            if (phrase_at(words, in, at))
                return 1;
    }
    return 0;
}

static int
is_strings(PyObject *given)
{
    if (!PyTuple_CheckExact(given))
        return 0;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(given); at++) {
        PyObject *string = PyTuple_GET_ITEM(given, at);
        if (!PyUnicode_CheckExact(string) || !PyUnicode_IS_ASCII(string) || !PyUnicode_GET_LENGTH(string))
            return 0;
    }
    return 1;
}

static int
is_phrases(PyObject *given)
{
    if (!PyTuple_CheckExact(given))
        return 0;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(given); at++) {
        PyObject *phrase = PyTuple_GET_ITEM(given, at), *words;
        if (!PyTuple_CheckExact(phrase) || PyTuple_GET_SIZE(phrase) != 2 || !is_strings(PyTuple_GET_ITEM(phrase, 0)))
            return 0;
        words = PyTuple_GET_ITEM(phrase, 1);
        if (!PyTuple_CheckExact(words) || !PyTuple_GET_SIZE(words))
            return 0;
        for (Py_ssize_t number = 0; number < PyTuple_GET_SIZE(words); number++)
            if (!is_strings(PyTuple_GET_ITEM(words, number)))
                return 0;
    }
    return 1;
}

static int
read_phrases(Mentioned *self)
{
    PyObject *read = self->read;
    if (!read)
        return 0;
    Py_INCREF(read);
    PyObject *phrases = PyObject_CallNoArgs(read);
    Py_DECREF(read);
    if (!phrases)
        return -1;
    if (phrases != Py_None && !is_phrases(phrases)) {
        PyErr_SetString(PyExc_TypeError, "phrases are what begins them and the forms of their words, in ASCII");
        Py_DECREF(phrases);
        return -1;
    }
    Py_XSETREF(self->phrases, phrases);
    Py_CLEAR(self->read);
    return 0;
}

int
mentioned_in(PyObject *given, PyObject *text)
{
    Mentioned *self = (Mentioned *)given;
    if (read_phrases(self) < 0)
        return -1;
    if (self->phrases == Py_None)
        return 2;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(self->phrases); at++) {
        PyObject *phrase = PyTuple_GET_ITEM(self->phrases, at);
        if (phrase_stands(PyTuple_GET_ITEM(phrase, 0), PyTuple_GET_ITEM(phrase, 1), bytes_of(text)))
            return 1;
    }
    return 0;
}

static PyObject *
mentioned_call(Mentioned *self, PyObject *const *args, size_t count, PyObject *words)
{
    return PyObject_Vectorcall(self->there, args, count, words);
}

static PyObject *
mentioned_stands(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text) || !PyUnicode_IS_ASCII(text)) {
        PyErr_SetString(PyExc_ValueError, "the text is not ASCII");
        return NULL;
    }
    int found = mentioned_in(self, text);
    return found < 0 ? NULL : found == 2 ? Py_NewRef(Py_None) : PyBool_FromLong(found);
}

static int
mentioned_traverse(Mentioned *self, visitproc visit, void *arg)
{
    Py_VISIT(self->read);
    Py_VISIT(self->phrases);
    Py_VISIT(self->there);
    return 0;
}

static int
mentioned_clear(Mentioned *self)
{
    Py_CLEAR(self->read);
    Py_CLEAR(self->phrases);
    Py_CLEAR(self->there);
    return 0;
}

static void
mentioned_dealloc(Mentioned *self)
{
    PyObject_GC_UnTrack(self);
    mentioned_clear(self);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
mentioned_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *words[] = {"read", "there", NULL};
    PyObject *read, *there;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "OO:Mentioned", words, &read, &there))
        return NULL;
    Mentioned *self = (Mentioned *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->read = Py_NewRef(read);
    self->there = Py_NewRef(there);
    self->phrases = Py_NewRef(Py_None);
    self->call = (vectorcallfunc)mentioned_call;
    return (PyObject *)self;
}

static PyMethodDef mentioned_methods[] = {
    {"stands", mentioned_stands, METH_O,
     "Whether an ASCII text in small letters mentions the topic; None where its patterns are not plain words."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject MentionedType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "kotowari.extension._compiled.Mentioned",
    .tp_doc = "Tells whether a topic is there: of ASCII texts by its words, of others by another callable.",
    .tp_basicsize = sizeof(Mentioned),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Mentioned, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = mentioned_new,
    .tp_dealloc = (destructor)mentioned_dealloc,
    .tp_traverse = (traverseproc)mentioned_traverse,
    .tp_clear = (inquiry)mentioned_clear,
    .tp_methods = mentioned_methods,
};
