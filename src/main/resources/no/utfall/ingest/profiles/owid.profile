# Our World in Data: entity, code, year and one column an indicator
id: owid
title: Our World in Data
evidence: 1 ^\uFEFF?"?Entity"?,("?Code"?,)?"?(Year|Day)"?, => the header starts with Entity and Year, as the grapher writes it
evidence: 2 ^("[^"]+"|[A-Z][^,"]*),("?[A-Z_]{0,8}[0-9]?"?,)?"?-?\d{1,4}(-\d\d-\d\d)?"?, => the first row has an entity and then a year
delimiter: ,
decimal: .
header-line: 1
role: ^Entity$ => unit
role: ^Code$ => code
role: ^(Year|Day)$ => period
missing: ..
