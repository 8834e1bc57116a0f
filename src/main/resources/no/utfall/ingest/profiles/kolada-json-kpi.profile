# Kolada (RKA, Sweden): what the indicators are, as the service gives it as JSON
id: kolada
title: Kolada (list of indicators, JSON)
evidence: json "is_divided_by_gender"\s*: => an indicator says whether it is divided by gender
evidence: json "(operating_area|perspective)"\s*: => an indicator names its operating area or perspective
form: json-rows
rows: values
more: ^next(_page|_url)?$
list: yes
role: ^id$ => indicator
role: . => group
