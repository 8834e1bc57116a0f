# KOSTRA tables as the public-health institute has tidied them: code, name, year and one column a number; "NA" for none
id: kostra
title: KOSTRA, tidied by the public-health institute
evidence: 1 ^knr,kname,year,[^,]+$ => the header is knr, kname, year and one number
evidence: 2 ^\d{4},("[^"]+"|[^,"]+),(19|20)\d\d, => the first row has a municipality code, a name and a year
evidence: name _t\d{5}\.csv => the file is named after the table of StatBank
delimiter: ,
decimal: .
header-line: 1
missing: NA
units: kommune
levels: norway
role: ^knr$ => unit
role: ^kname$ => unit-name
role: ^year$ => period
