# Kolada (RKA, Sweden): one row a municipality, year and gender
id: kolada
title: Kolada
evidence: 1 (^|,)"?gender"?,"?count"?,"?status"?,"?value"?(,|$) => the header has gender, count, status and value side by side
evidence: 1 (^|,)"?kpi"?,.*"?municipality(_id)?"?(,|$) => the header names kpi and municipality
delimiter: ,
decimal: .
header-line: 1
levels: sweden
missing: NA
missing: null
remark: ^status$ => ^(Missing|missing)$ => missing
remark: ^status$ => ^(Private|Secret|Confidential|Suppressed)$ => suppressed
role: ^gender$ => sex
role: ^(count|status)$ => note
role: ^value$ => value
role: ^kpi$ => indicator
role: ^(year|period)$ => period
role: ^municipality_id$ => unit
role: ^municipality$ => unit-name
