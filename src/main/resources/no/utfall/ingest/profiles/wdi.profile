# World Bank, World Development Indicators: the header on line 5, a comma after every row
id: wdi
title: World Bank, World Development Indicators
evidence: 1 ^"Data Source","World Development Indicators" => line 1 names the data source
evidence: 3 ^"Last Updated Date","\d{4}-\d\d-\d\d" => line 3 gives the date of the last update
evidence: 5 ^"Country Name","Country Code","Indicator Name","Indicator Code" => line 5 is the header of the indicators
delimiter: ,
decimal: .
header-line: 5
missing: ..
role: ^Indicator Name$ => indicator
role: ^Indicator Code$ => group
