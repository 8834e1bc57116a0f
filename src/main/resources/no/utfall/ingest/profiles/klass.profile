# Statistics Norway, KLASS: a code list; the header has more names than the rows have fields
id: klass
title: Statistics Norway, KLASS (code list)
evidence: 1 ^"?code"?[;,]"?parentCode"?[;,]"?level"?[;,]"?name"? => the header is that of a KLASS code list
evidence: 1 "?validFrom"?[;,]"?validTo"?([;,]|$) => the header names validFrom and validTo
encoding: windows-1252
header-line: 1
short-rows: yes
list: yes
role: ^code$ => unit
role: ^name$ => unit-name
role: ^validFrom$ => valid-from
role: ^validTo$ => valid-to
role: . => group
