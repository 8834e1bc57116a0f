# Our World in Data: entity, code, year and one column an indicator; taken when named
id: owid
title: Our World in Data
delimiter: ,
decimal: .
