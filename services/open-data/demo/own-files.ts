/** Small invented files of the town's own offices: one tidy, one as spreadsheets leave the office. */
export const bicycleRacks = `nummer;bezeichnung;strasse;plz;plaetze;ueberdacht;aufgestellt
1;Hauptbahnhof Nord;Bahnhofstraße;01001;120;ja;2019-05-02
2;Rathaus;Marktplatz;01001;36;nein;2014-09-15
3;Stadtbibliothek;Lesegasse;01001;24;ja;2021-03-01
4;Hallenbad;Badweg;01003;40;nein;2012-06-20
5;Gesamtschule Ost;Schulstraße;01005;160;ja;2018-08-27
6;Sportpark;Stadionallee;01005;64;nein;2016-04-11
7;Marktplatz Süd;Marktplatz;01001;18;nein;2023-10-05
8;Bürgerhaus;Lindenweg;01004;20;ja;2020-11-30
9;Klinikum;Klinikweg;01006;88;ja;2017-02-14
10;Hochschule;Campusring;01007;240;ja;2022-07-18
11;Theater;Bühnenstraße;01002;30;nein;2015-12-01
12;Friedhof;Ahornallee;01008;12;nein;2011-05-09
`

export const chargingPoints = `Ladesäulen im Stadtgebiet;;;;
Stand: Oktober;;;;

Standort;PLZ;Leistung (kW);Inbetriebnahme;Ladepunkte
Bahnhofstraße 1;01001;22,0;15.03.2021;2
Marktplatz 4;01001;22,0;01.09.2022;2
Stadionallee 12;01005;150,0;20.06.2024;4
Klinikweg 3;01006;50,0;11.11.2023;2
Campusring 8;01007;11,0;k.A.;6
Badweg 2;01003;22,0;05.05.2020;2
Summe;;277,0;;18
`
