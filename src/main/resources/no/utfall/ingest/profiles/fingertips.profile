# UKHSA Fingertips: areas repeated under each parent, categories beside totals, notes in the place of hidden numbers
id: fingertips
title: UKHSA Fingertips
evidence: 1 ^\uFEFF?"?Indicator ID"?,"?Indicator Name"?,"?Parent Code"?, => the header starts with Indicator ID, Indicator Name and Parent Code
evidence: 1 ,"?Lower CI 95.0 limit"?,"?Upper CI 95.0 limit"?, => the header has the limits of an interval
evidence: 1 ,"?Value note"?, => the header has Value note
delimiter: ,
decimal: .
header-line: 1
suppressed: *
remark: ^Value note$ => (?i)suppress|disclosure => suppressed
remark: ^Value note$ => (?i)missing|not available|no data => missing
remark: ^Value note$ => (?i)not calculated|cannot be calculated|too small to calculate => not-calculated
remark: ^Value note$ => (?i)estimate => estimated
remark: ^Value note$ => (?i)reliab|caution => unreliable
role: ^Area Code$ => unit
role: ^Area Name$ => unit-name
role: ^Time period$ => period
role: ^Indicator Name$ => indicator
role: ^Value$ => value
role: ^(Lower|Upper) CI => value
role: ^(Count|Denominator)$ => value
role: ^Sex$ => sex
role: ^Age$ => age
role: ^(Column not used|Value note|Recent Trend|Compared to .*|Time period Sortable|Time period range|New data)$ => note
role: . => group
