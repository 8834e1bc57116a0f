# Kolada (RKA, Sweden): municipalities, regions and the country
id: kolada
title: Kolada (list of units)
evidence: 1 ^"?id"?,"?title"?,"?type"?$ => the header is id, title and type
evidence: 2 ^"\d{4}","[^"]+","[KL]"$ => the first row is a code of four digits, a name and K or L
delimiter: ,
header-line: 1
levels: sweden
list: yes
role: ^id$ => unit
role: ^title$ => unit-name
role: ^type$ => group
