# SDMX-CSV 1.0, as Eurostat and the ECB write it
id: sdmx-csv
title: SDMX-CSV 1.0
evidence: 1 ^\uFEFF?"?DATAFLOW"?[,;] => the header starts with DATAFLOW
evidence: 1 [,;]"?OBS_VALUE(: [^,;"]*)?"?([,;]|$) => the header names OBS_VALUE
evidence: 2 ^"?[A-Za-z0-9_.-]+:[A-Za-z0-9_@.-]+\([0-9.]+\)(: [^,;"]*)?"?[,;] => the first row names a dataflow with its agency and version
header-line: 1
code-columns: ^DATAFLOW
code: ^[^:]*:([^:(]+)\(.*$
split: ^([^:]+): (.+)$
split-columns: ^(?!DATAFLOW)[A-Za-z0-9_@]+: 
missing: NaN
missing: :
remark: ^(OBS_FLAG|OBS_STATUS)$ => [bB] => break
remark: ^(OBS_FLAG|OBS_STATUS)$ => [eEfFiIs] => estimated
remark: ^(OBS_FLAG|OBS_STATUS)$ => [pP] => provisional
remark: ^(OBS_FLAG|OBS_STATUS)$ => [uUnN] => unreliable
remark: ^(OBS_FLAG|OBS_STATUS)$ => ^[cQ]$ => suppressed
remark: ^(OBS_FLAG|OBS_STATUS)$ => ^[mzM]$ => not-applicable
remark: ^CONF_STATUS$ => ^[CNSD]$ => suppressed
role: ^DATAFLOW(:.*)?$ => indicator
role: ^(LAST UPDATE|OBS_FLAG|OBS_STATUS|CONF_STATUS|OBS_CONF)(:.*)?$ => note
role: ^(geo|REF_AREA)(:.*)?_name$ => unit-name
role: ^(geo|REF_AREA)(:.*)?$ => unit
role: ^TIME_PERIOD(:.*)?$ => period
role: ^OBS_VALUE(:.*)?$ => value
role: (?i)^sex(:.*)?$ => sex
role: (?i)^age(:.*)?$ => age
role: . => group
