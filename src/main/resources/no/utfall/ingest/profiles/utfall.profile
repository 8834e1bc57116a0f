# What utfall tidy writes: one row a number, its standing, flags and limits beside it
id: utfall
title: utfall, long table
evidence: 1 ^unit,unit_name,period,indicator, => the header starts as that of the long table
evidence: 1 ,value,status,flags(,low,high)?$ => the header ends as that of the long table
delimiter: ,
decimal: .
header-line: 1
suppressed: [c]
not-applicable: [z]
missing: [x]
remark: ^status$ => ^suppressed$ => suppressed
remark: ^status$ => ^missing$ => missing
remark: ^status$ => ^not-applicable$ => not-applicable
remark: ^status$ => ^not-calculated$ => not-calculated
remark: ^status$ => ^no-unit$ => no-unit
remark: ^flags$ => (^| )provisional( |$) => provisional
remark: ^flags$ => (^| )estimated( |$) => estimated
remark: ^flags$ => (^| )break( |$) => break
remark: ^flags$ => (^| )unreliable( |$) => unreliable
low: ^low$
high: ^high$
role: ^unit$ => unit
role: ^unit_name$ => unit-name
role: ^period$ => period
role: ^indicator$ => indicator
role: ^value$ => value
role: ^(status|flags|low|high)$ => note
role: . => group
