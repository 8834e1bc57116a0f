# Statistics Denmark, StatBank, all cells: one row a number, INDHOLD behind TID
id: statbank-dk
title: Statistics Denmark, StatBank
evidence: 1 [;\t]"?TID"?[;\t]"?INDHOLD"?$ => the header ends with TID and INDHOLD
evidence: 1 ^\uFEFF?"?(OMRÅDE|KOMK|KOMGRP|[A-ZÆØÅ0-9]+)"?[;\t] => the names of the header are capitals
encoding: windows-1252
header-line: 1
missing: ..
role: ^(OMRÅDE|KOMK)$ => unit
role: ^TID$ => period
role: ^KØN$ => sex
role: ^ALDER$ => age
role: ^INDHOLD$ => value
role: . => group
