# County Health Rankings: a line of labels, then the names of the columns; nation and states among the counties
id: chr
title: County Health Rankings, analytic data
evidence: 1 ^\uFEFF?"?State FIPS Code"?,"?County FIPS Code"?,"?5-digit FIPS Code"?, => line 1 holds labels, from State FIPS Code on
evidence: 2 ^"?statecode"?,"?countycode"?,"?fipscode"?, => line 2 holds the names of the columns
delimiter: ,
decimal: .
header-line: 2
levels: us-fips
role: ^fipscode$ => unit
role: ^county$ => unit-name
role: ^year$ => period
role: ^(statecode|countycode|state)$ => group
role: . => value
