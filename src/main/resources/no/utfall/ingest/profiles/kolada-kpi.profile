# Kolada (RKA, Sweden): what the indicators are
id: kolada
title: Kolada (list of indicators)
evidence: 1 ^"?id"?,"?title"?,"?description"?, => the header starts with id, title and description
evidence: 1 "?is_divided_by_gender"?,.*"?operating_area"?,"?perspective"? => the header names operating_area and perspective
delimiter: ,
header-line: 1
list: yes
role: ^id$ => indicator
role: . => group
