# JSON-stat 1 and 2
id: json-stat
title: JSON-stat
evidence: json "dimension"\s*:\s*\{ => the document has dimensions
evidence: json "(size|category|class)"\s*: => the document has the size, category or class of JSON-stat
form: json-stat
decimal: .
remark: ^status$ => ^(:|:?\s*c)$ => suppressed
remark: ^status$ => ^\.$ => not-applicable
remark: ^status$ => ^\.\.+$ => missing
remark: ^status$ => ^[mz]$ => not-applicable
remark: ^status$ => ^[a-z]*b[a-z]*$ => break
remark: ^status$ => ^[a-z]*[efis][a-z]*$ => estimated
remark: ^status$ => ^[a-z]*p[a-z]*$ => provisional
remark: ^status$ => ^[a-z]*[un][a-z]*$ => unreliable
remark: ^status$ => ^\*$ => provisional
role: ^(GEO|Geo|geo|Region|Kommune|kommune)$ => unit
role: ^(GEO|Geo|geo|Region|Kommune|kommune)_name$ => unit-name
role: ^(AAR|Tid|TID|time|TIME_PERIOD|year)$ => period
role: ^(KJONN|Kjonn|sex)$ => sex
role: ^(ALDER|Alder|age)$ => age
role: ^(MEASURE_TYPE|ContentsCode)$ => indicator
role: ^value$ => value
role: ^status$ => note
