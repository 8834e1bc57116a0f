# Eurostat TSV, old bulk files and the API: keys in one cell, a letter after the number
id: eurostat
title: Eurostat
evidence: 1 ^[A-Za-z0-9_]+(,[A-Za-z0-9_]+)*\\(time|TIME_PERIOD)\t => the first name of the header joins the dimensions and the time with a backslash
evidence: 1 \t[12]\d{3}(-?[QMSW]\d{1,2}|-\d\d)? *(\t|$) => the header holds periods followed by a space
evidence: 2 ^[A-Z0-9_.-]+(,[A-Za-z0-9_.-]+)+\t *(:|-?\d) => the first row starts with joined codes and a number
delimiter: tab
decimal: .
header-line: 1
levels: nuts
key-column: ^([A-Za-z0-9_]+(?:,[A-Za-z0-9_]+)*)\\(?:time|TIME_PERIOD)$
missing: :
letter: b => break
letter: c => suppressed
letter: d => none
letter: e => estimated
letter: f => estimated
letter: i => estimated
letter: m => not-applicable
letter: n => unreliable
letter: p => provisional
letter: r => none
letter: s => estimated
letter: u => unreliable
letter: z => not-applicable
role: ^geo$ => unit
role: ^(age)$ => age
role: ^(sex)$ => sex
subject-from-name: ^(?:estat_)?((?i:[a-z]+\d*(?:_[a-z0-9]+)+?|[a-z]{3,}\d+))(?:\.(?:tsv|csv|txt))?(?:\.gz)?$
