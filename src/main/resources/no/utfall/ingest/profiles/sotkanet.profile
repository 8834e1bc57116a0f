# Sotkanet (Finland): one row a number, the figure and the count behind it
id: sotkanet
title: Sotkanet
evidence: 1 ^\uFEFF?"?indicator"?;"?region"?;"?year"?;"?gender"? => the header starts with indicator, region, year and gender
evidence: 1 ;"?value"?;"?absolute"? => the header has value and absolute side by side
delimiter: ;
header-line: 1
missing: ..
role: ^indicator$ => indicator
role: ^region$ => unit
role: ^year$ => period
role: ^gender$ => sex
role: ^value$ => value
role: ^absolute$ => count
