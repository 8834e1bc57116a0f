# What utfall tidy writes as JSON and NDJSON
id: utfall
title: utfall, long table (JSON)
evidence: json ^\s*(\[\s*)?\{"unit":"[^"]*","unit_name":"[^"]*","period":"[^"]*","indicator":" => the objects start as the rows of the long table
evidence: json "value":(-?[0-9.]+|null),"status":"[a-z-]+","flags":" => they have value, status and flags side by side
evidence: json ^\s*\[|\}\s*\n\s*\{ => the document is one object after another
form: json-rows
rows: -
decimal: .
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
