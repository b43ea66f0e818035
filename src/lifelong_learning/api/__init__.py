"""The Python interface, in modules: what the commands of `llplan` are made of, and all that they use.

`submissions` reads and evaluates, `documents` writes, `summaries` and `traces` are the other reports,
`plans`, `forms`, `findings` and `samples` are what their names say. The names that most programs need
can be imported from `lifelong_learning`. Nothing here prints or exits: `UsageError` and `PlanError` say
that a run cannot start, and what is wrong with workbooks comes back as findings.
"""
