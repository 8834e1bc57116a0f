# World Bank, DataBank: periods written twice, two points for none, lines about the source at the end
id: wdi
title: World Bank, DataBank
evidence: 1 ^\uFEFF?(?=.*"?Country Name"?,)(?=.*"?Series Name"?,) => the header names country and series
evidence: 1 ,"?\d{4} \[YR\d{4}\]"? => the header writes years as 2020 [YR2020]
delimiter: ,
decimal: .
header-line: 1
footer-from: Data from database:
missing: ..
rename: ^(\d{4}) \[YR\d{4}\]$
rename-to: $1
role: ^Country Name$ => unit-name
role: ^Country Code$ => unit
role: ^Series Name$ => indicator
role: ^Series Code$ => group
