# The Norwegian Institute of Public Health: labels, moving periods, four signs
id: fhi
title: Norwegian Institute of Public Health (FHI)
evidence: 1 ^\uFEFF?"?Geografi"?,"?År"?, => the header starts with Geografi and År
evidence: 1 ,"?(Måltall|Innvandringskategori|Lavinntektsgrense|Utdanningsnivå)"?, => the header names a dimension of the health statistics bank
evidence: 2 ^"?Hele landet"?, => the first row is Hele landet (the whole country)
decimal: .
suppressed: :
missing: .
missing: ..
not-calculated: -
role: ^Måltall$ => indicator
