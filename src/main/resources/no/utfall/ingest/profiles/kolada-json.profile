# Kolada (RKA, Sweden): numbers, as the service gives them as JSON; one row a municipality or school, year and gender
id: kolada
title: Kolada (numbers, JSON)
evidence: json "kpi"\s*:\s*" => a row names its kpi
evidence: json "gender"\s*:\s*"[TKMF]" => a number has a gender
evidence: json "period"\s*: => a row names its period
form: json-rows
rows: values
more: ^next(_page|_url)?$
decimal: .
levels: sweden
remark: ^status$ => ^(Missing|missing)$ => missing
remark: ^status$ => ^(Private|Secret|Confidential|Suppressed)$ => suppressed
role: ^kpi$ => indicator
role: ^(municipality|ou)$ => unit
role: ^period$ => period
role: ^gender$ => sex
role: ^value$ => value
role: ^(count|status)$ => note
