# US Census, small area estimates of income and poverty: thousands with commas in quotes, codes with leading zeros
id: saipe
title: US Census, SAIPE
evidence: 1 ^State Postal Code,State FIPS Code, => the header starts with State Postal Code and State FIPS Code
evidence: 1 ,Estimated Total Population, => the header has Estimated Total Population
encoding: windows-1252
delimiter: ,
decimal: .
thousands: ,
header-line: 1
role: ^District ID$ => group
role: ^Name$ => unit-name
role: ^State => group
role: ^Estimated => count
