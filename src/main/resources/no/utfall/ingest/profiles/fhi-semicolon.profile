# The Norwegian Institute of Public Health, labels with semicolons: the file decides its decimal mark
id: fhi
title: Norwegian Institute of Public Health (FHI), with semicolons
evidence: 1 ^\uFEFF?"?Geografi"?;"?År"?; => the header starts with Geografi and År
evidence: 1 ;"?(Måltall|Innvandringskategori|Lavinntektsgrense|Utdanningsnivå)"?; => the header names a dimension of the health statistics bank
evidence: 2 ^"?Hele landet"?; => the first row is Hele landet (the whole country)
delimiter: ;
suppressed: :
missing: .
missing: ..
not-calculated: -
remark: (?i)^(flag|spvflagg)$ => ^1$ => missing
remark: (?i)^(flag|spvflagg)$ => ^[29]$ => not-calculated
remark: (?i)^(flag|spvflagg)$ => ^[34]$ => suppressed
role: (?i)^(flag|spvflagg)$ => note
role: ^Måltall$ => indicator
