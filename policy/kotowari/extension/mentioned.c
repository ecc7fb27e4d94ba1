#include "mentioned.h"
#include "strings.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#define LONGEST_GAP 40

typedef struct {
    PyObject_HEAD PyObject *read; /* gives the phrases, or None; until it was asked */
    char *phrases;                /* these, packed; NULL where there are none, since the patterns are no plain words */
    PyObject *there;              /* tells of texts that this cannot tell of */
    vectorcallfunc call;
} Mentioned;

/* --- phrases in one piece of memory --------------------------------------------------------------------------------
 */

/* Of a large policy hardly any phrase is in the processor's caches, so all that belongs to one lies together: how many
   phrases there are; of each the strings that its first word begins with, how many words it has, and the forms of each.
   Strings are how many they are, and each its size and its bytes. */

typedef struct {
    char *at;
    Py_ssize_t size, room;
} Packed;

static int
pack(Packed *to, const void *from, Py_ssize_t size)
{
    if (to->size + size > to->room) {
        char *more = PyMem_Realloc(to->at, 2 * (to->room + size));
        if (!more) {
            PyErr_NoMemory();
            return -1;
        }
        to->at = more;
        to->room = 2 * (to->room + size);
    }
    memcpy(to->at + to->size, from, size);
    to->size += size;
    return 0;
}

static int
pack_number(Packed *to, Py_ssize_t number)
{
    int small = (int)number;
    if (number > INT_MAX) {
        PyErr_SetString(PyExc_OverflowError, "that is too long for a phrase");
        return -1;
    }
    return pack(to, &small, sizeof(small));
}

static int
wrong_phrases(void)
{
    PyErr_SetString(PyExc_TypeError, "phrases are what begins them and the forms of their words, in ASCII");
    return -1;
}

static int
pack_strings(Packed *to, PyObject *strings)
{
    if (!PyTuple_Check(strings))
        return wrong_phrases();
    if (pack_number(to, PyTuple_GET_SIZE(strings)) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(strings); at++) {
        PyObject *string = PyTuple_GET_ITEM(strings, at);
        if (!PyUnicode_Check(string) || !PyUnicode_IS_ASCII(string) || !PyUnicode_GET_LENGTH(string))
            return wrong_phrases();
        Bytes bytes = bytes_of(string);
        if (pack_number(to, bytes.size) < 0 || pack(to, bytes.at, bytes.size) < 0)
            return -1;
    }
    return 0;
}

static int
pack_phrase(Packed *to, PyObject *phrase)
{
    if (!PyTuple_Check(phrase) || PyTuple_GET_SIZE(phrase) != 2)
        return wrong_phrases();
    PyObject *words = PyTuple_GET_ITEM(phrase, 1);
    if (!PyTuple_Check(words) || !PyTuple_GET_SIZE(words))
        return wrong_phrases();
    if (pack_strings(to, PyTuple_GET_ITEM(phrase, 0)) < 0 || pack_number(to, PyTuple_GET_SIZE(words)) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(words); at++)
        if (pack_strings(to, PyTuple_GET_ITEM(words, at)) < 0)
            return -1;
    return 0;
}

static char *
packed_phrases(PyObject *phrases)
{
    Packed to = {NULL, 0, 0};
    int failed = PyTuple_Check(phrases) ? pack_number(&to, PyTuple_GET_SIZE(phrases)) : wrong_phrases();
    for (Py_ssize_t at = 0; !failed && at < PyTuple_GET_SIZE(phrases); at++)
        failed = pack_phrase(&to, PyTuple_GET_ITEM(phrases, at));
    if (!failed)
        return to.at;
    PyMem_Free(to.at);
    return NULL;
}

static int
next_number(const char **at)
{
    int number;
    memcpy(&number, *at, sizeof(number));
    *at += sizeof(number);
    return number;
}

static Bytes
next_string(const char **at)
{
    Py_ssize_t size = next_number(at);
    Bytes found = {*at, size};
    *at += size;
    return found;
}

static void
skip_strings(const char **at)
{
    for (int count = next_number(at); count; count--)
        next_string(at);
}

/* --- words in a text ------------------------------------------------------------------------------------------------
 */

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

/* Where the word at a place ends, where that is one of the next strings; -1 where it is not. */
static Py_ssize_t
word_end(const char **forms, Bytes in, Py_ssize_t at)
{
    Py_ssize_t end = at;
    int found = 0;
    while (end < in.size && in_word(in.at[end]))
        end++;
    for (int count = next_number(forms); count; count--) {
        Bytes form = next_string(forms);
        found = found || (form.size == end - at && !memcmp(form.at, in.at + at, form.size));
    }
    int goes_on = end + 1 < in.size && in.at[end] == '\'' && in_word(in.at[end + 1]);
    return found && !goes_on ? end : -1;
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
phrase_at(const char *words, Bytes in, Py_ssize_t at)
{
    if ((at && in_word(in.at[at - 1])) || (at > 1 && in.at[at - 1] == '\'' && in_word(in.at[at - 2])))
        return 0;
    const int count = next_number(&words);
    for (int number = 0; number < count; number++) {
        if (number)
            at = after_gap(in, at);
        if (at >= 0)
            at = word_end(&words, in, at);
        if (at < 0)
            return 0;
    }
    return 1;
}

/* Whether the next phrase stands in a text. */
static int
next_stands(const char **phrase, Bytes in)
{
    const char *begins = *phrase, *words;
    skip_strings(phrase);
    words = *phrase;
    for (int count = next_number(phrase); count; count--)
        skip_strings(phrase);
    for (int count = next_number(&begins); count; count--) {
        Bytes begin = next_string(&begins);
        for (Py_ssize_t at = next_of(begin, in, 0); at >= 0; at = next_of(begin, in, at + 1))
            if (phrase_at(words, in, at))
                return 1;
    }
    return 0;
}

static int
read_phrases(Mentioned *self)
{
    PyObject *read = Py_NewRef(self->read), *phrases = PyObject_CallNoArgs(read);
    char *packed = phrases && phrases != Py_None ? packed_phrases(phrases) : NULL;
    Py_DECREF(read);
    Py_XDECREF(phrases);
    if (PyErr_Occurred())
        return -1;
    if (self->read) { /* else another thread has read them in the meantime */
        self->phrases = packed;
        Py_CLEAR(self->read);
    }
    else
        PyMem_Free(packed);
    return 0;
}

int
mentioned_in(PyObject *given, PyObject *text)
{
    Mentioned *self = (Mentioned *)given;
    if (self->read && read_phrases(self) < 0)
        return -1;
    if (!self->phrases)
        return 2;
    const char *phrase = self->phrases;
    for (int count = next_number(&phrase); count; count--)
        if (next_stands(&phrase, bytes_of(text)))
            return 1;
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
    Py_VISIT(self->there);
    return 0;
}

static int
mentioned_clear(Mentioned *self)
{
    Py_CLEAR(self->read);
    Py_CLEAR(self->there);
    return 0;
}

static void
mentioned_dealloc(Mentioned *self)
{
    PyObject_GC_UnTrack(self);
    mentioned_clear(self);
    PyMem_Free(self->phrases);
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
