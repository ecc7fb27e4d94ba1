/* What decides at speed, compiled: `kotowari.extension._compiled`. */

#include "chances.h"
#include "form.h"
#include "mentioned.h"
#include "multisearch.h"
#include "needles.h"

extern PyTypeObject QuickType;

static int
module_exec(PyObject *module)
{
    PyTypeObject *types[] = {&FormType, &QuickType, &NeedlesType, &MentionedType, &MultiSearchType, &ChancesType};
    if (!key_text) /* one for all interpreters */
        key_text = PyUnicode_InternFromString("text");
    if (!key_id)
        key_id = PyUnicode_InternFromString("id");
    if (!key_text || !key_id)
        return -1;
    for (size_t at = 0; at < sizeof(types) / sizeof(types[0]); at++)
        if (PyModule_AddType(module, types[at]) < 0)
            return -1;
    return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, module_exec}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "kotowari.extension._compiled",
    .m_doc = "What decides at speed, compiled.",
    .m_size = 0,
    .m_slots = slots,
};

PyMODINIT_FUNC
PyInit__compiled(void)
{
    return PyModuleDef_Init(&definition);
}
