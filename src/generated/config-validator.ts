// @ts-nocheck: written by ajv from schemas/config.json; run `npm run generate` after a change there.

export const validate = validate10;

const schema11 = {"type":"object","properties":{"access_token":{"type":"string","pattern":"^[!-~]+$"},"client_id":{"type":"string","pattern":"^[!-~]+$"},"client_secret":{"type":"string","pattern":"^[!-~]+$"},"refresh_token":{"type":"string","pattern":"^[!-~]+$"},"organization_ids":{"type":["array","string","integer"],"items":{"type":["string","integer"]}},"benchmark_organization_ids":{"type":["array","string","integer"],"items":{"type":["string","integer"]}},"start_date":{"type":"string"},"end_date":{"type":"string"},"time_granularity":{"type":"string","enum":["DAY","MONTH"]},"lookback_days":{"type":"integer","minimum":0,"maximum":36500},"snapshot_history":{"type":"boolean"},"resolve_names":{"type":"boolean"},"locale":{"type":"string","pattern":"^[a-z]{2}_[A-Z]{2}$"},"posts_full_refresh_days":{"type":"integer","minimum":1,"maximum":36500},"social_full_refresh_days":{"type":"integer","minimum":1,"maximum":36500},"social_window_months":{"type":"integer","minimum":1,"maximum":1200},"member_data":{"type":"string","enum":["keep","hash","drop"]},"member_data_key":{"type":"string","pattern":"."},"skip_empty_streams":{"type":"boolean"},"flattening_enabled":{"type":"boolean"},"flattening_separator":{"type":"string","pattern":"^[A-Za-z0-9_]+$"},"flattening_max_depth":{"type":"integer","minimum":0},"linkedin_version":{"type":"string","pattern":"^20[0-9]{2}(0[1-9]|1[0-2])$"},"api_url":{"type":"string"},"oauth_url":{"type":"string"},"max_concurrency":{"type":"integer","minimum":1,"maximum":32},"max_calls":{"type":["integer","object","string"]},"shard":{"type":"string"},"connection_name":{"type":"string","pattern":"\\S"},"metrics_log_level":{"type":"string","enum":["debug","info","warning","error","critical","off"]},"request_timeout":{"type":"number","minimum":0.01,"maximum":86400},"max_tries":{"type":"integer","minimum":1,"maximum":20},"retry_wait":{"type":"number","minimum":0,"maximum":3600},"user_agent":{"type":"string","pattern":"^[!-~]([ -~]{0,510}[!-~])?$"},"now":{"type":"string"}}};
const pattern0 = new RegExp("^[!-~]+$", "u");
const pattern4 = new RegExp("^[a-z]{2}_[A-Z]{2}$", "u");
const pattern5 = new RegExp(".", "u");
const pattern6 = new RegExp("^[A-Za-z0-9_]+$", "u");
const pattern7 = new RegExp("^20[0-9]{2}(0[1-9]|1[0-2])$", "u");
const pattern8 = new RegExp("\\S", "u");
const pattern9 = new RegExp("^[!-~]([ -~]{0,510}[!-~])?$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.access_token !== undefined){
let data0 = data.access_token;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err0 = {instancePath:instancePath+"/access_token",schemaPath:"#/properties/access_token/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/access_token",schemaPath:"#/properties/access_token/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.client_id !== undefined){
let data1 = data.client_id;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {instancePath:instancePath+"/client_id",schemaPath:"#/properties/client_id/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/client_id",schemaPath:"#/properties/client_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.client_secret !== undefined){
let data2 = data.client_secret;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err4 = {instancePath:instancePath+"/client_secret",schemaPath:"#/properties/client_secret/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/client_secret",schemaPath:"#/properties/client_secret/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.refresh_token !== undefined){
let data3 = data.refresh_token;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err6 = {instancePath:instancePath+"/refresh_token",schemaPath:"#/properties/refresh_token/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/refresh_token",schemaPath:"#/properties/refresh_token/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.organization_ids !== undefined){
let data4 = data.organization_ids;
if(((!(Array.isArray(data4))) && (typeof data4 !== "string")) && (!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4))))){
const err8 = {instancePath:instancePath+"/organization_ids",schemaPath:"#/properties/organization_ids/type",keyword:"type",params:{type: schema11.properties.organization_ids.type}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if((typeof data5 !== "string") && (!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5))))){
const err9 = {instancePath:instancePath+"/organization_ids/" + i0,schemaPath:"#/properties/organization_ids/items/type",keyword:"type",params:{type: schema11.properties.organization_ids.items.type}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
if(data.benchmark_organization_ids !== undefined){
let data6 = data.benchmark_organization_ids;
if(((!(Array.isArray(data6))) && (typeof data6 !== "string")) && (!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6))))){
const err10 = {instancePath:instancePath+"/benchmark_organization_ids",schemaPath:"#/properties/benchmark_organization_ids/type",keyword:"type",params:{type: schema11.properties.benchmark_organization_ids.type}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if((typeof data7 !== "string") && (!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7))))){
const err11 = {instancePath:instancePath+"/benchmark_organization_ids/" + i1,schemaPath:"#/properties/benchmark_organization_ids/items/type",keyword:"type",params:{type: schema11.properties.benchmark_organization_ids.items.type}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
if(data.start_date !== undefined){
if(typeof data.start_date !== "string"){
const err12 = {instancePath:instancePath+"/start_date",schemaPath:"#/properties/start_date/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.end_date !== undefined){
if(typeof data.end_date !== "string"){
const err13 = {instancePath:instancePath+"/end_date",schemaPath:"#/properties/end_date/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.time_granularity !== undefined){
let data10 = data.time_granularity;
if(typeof data10 !== "string"){
const err14 = {instancePath:instancePath+"/time_granularity",schemaPath:"#/properties/time_granularity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((data10 === "DAY") || (data10 === "MONTH"))){
const err15 = {instancePath:instancePath+"/time_granularity",schemaPath:"#/properties/time_granularity/enum",keyword:"enum",params:{allowedValues: schema11.properties.time_granularity.enum}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.lookback_days !== undefined){
let data11 = data.lookback_days;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err16 = {instancePath:instancePath+"/lookback_days",schemaPath:"#/properties/lookback_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 36500 || isNaN(data11)){
const err17 = {instancePath:instancePath+"/lookback_days",schemaPath:"#/properties/lookback_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err18 = {instancePath:instancePath+"/lookback_days",schemaPath:"#/properties/lookback_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data.snapshot_history !== undefined){
if(typeof data.snapshot_history !== "boolean"){
const err19 = {instancePath:instancePath+"/snapshot_history",schemaPath:"#/properties/snapshot_history/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.resolve_names !== undefined){
if(typeof data.resolve_names !== "boolean"){
const err20 = {instancePath:instancePath+"/resolve_names",schemaPath:"#/properties/resolve_names/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.locale !== undefined){
let data14 = data.locale;
if(typeof data14 === "string"){
if(!pattern4.test(data14)){
const err21 = {instancePath:instancePath+"/locale",schemaPath:"#/properties/locale/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2}_[A-Z]{2}$"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/locale",schemaPath:"#/properties/locale/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.posts_full_refresh_days !== undefined){
let data15 = data.posts_full_refresh_days;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err23 = {instancePath:instancePath+"/posts_full_refresh_days",schemaPath:"#/properties/posts_full_refresh_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 36500 || isNaN(data15)){
const err24 = {instancePath:instancePath+"/posts_full_refresh_days",schemaPath:"#/properties/posts_full_refresh_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err25 = {instancePath:instancePath+"/posts_full_refresh_days",schemaPath:"#/properties/posts_full_refresh_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data.social_full_refresh_days !== undefined){
let data16 = data.social_full_refresh_days;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err26 = {instancePath:instancePath+"/social_full_refresh_days",schemaPath:"#/properties/social_full_refresh_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 36500 || isNaN(data16)){
const err27 = {instancePath:instancePath+"/social_full_refresh_days",schemaPath:"#/properties/social_full_refresh_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data16 < 1 || isNaN(data16)){
const err28 = {instancePath:instancePath+"/social_full_refresh_days",schemaPath:"#/properties/social_full_refresh_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.social_window_months !== undefined){
let data17 = data.social_window_months;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err29 = {instancePath:instancePath+"/social_window_months",schemaPath:"#/properties/social_window_months/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 1200 || isNaN(data17)){
const err30 = {instancePath:instancePath+"/social_window_months",schemaPath:"#/properties/social_window_months/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1200}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data17 < 1 || isNaN(data17)){
const err31 = {instancePath:instancePath+"/social_window_months",schemaPath:"#/properties/social_window_months/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data.member_data !== undefined){
let data18 = data.member_data;
if(typeof data18 !== "string"){
const err32 = {instancePath:instancePath+"/member_data",schemaPath:"#/properties/member_data/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!(((data18 === "keep") || (data18 === "hash")) || (data18 === "drop"))){
const err33 = {instancePath:instancePath+"/member_data",schemaPath:"#/properties/member_data/enum",keyword:"enum",params:{allowedValues: schema11.properties.member_data.enum}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.member_data_key !== undefined){
let data19 = data.member_data_key;
if(typeof data19 === "string"){
if(!pattern5.test(data19)){
const err34 = {instancePath:instancePath+"/member_data_key",schemaPath:"#/properties/member_data_key/pattern",keyword:"pattern",params:{pattern: "."}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/member_data_key",schemaPath:"#/properties/member_data_key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.skip_empty_streams !== undefined){
if(typeof data.skip_empty_streams !== "boolean"){
const err36 = {instancePath:instancePath+"/skip_empty_streams",schemaPath:"#/properties/skip_empty_streams/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.flattening_enabled !== undefined){
if(typeof data.flattening_enabled !== "boolean"){
const err37 = {instancePath:instancePath+"/flattening_enabled",schemaPath:"#/properties/flattening_enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.flattening_separator !== undefined){
let data22 = data.flattening_separator;
if(typeof data22 === "string"){
if(!pattern6.test(data22)){
const err38 = {instancePath:instancePath+"/flattening_separator",schemaPath:"#/properties/flattening_separator/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]+$"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/flattening_separator",schemaPath:"#/properties/flattening_separator/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.flattening_max_depth !== undefined){
let data23 = data.flattening_max_depth;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err40 = {instancePath:instancePath+"/flattening_max_depth",schemaPath:"#/properties/flattening_max_depth/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
const err41 = {instancePath:instancePath+"/flattening_max_depth",schemaPath:"#/properties/flattening_max_depth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data.linkedin_version !== undefined){
let data24 = data.linkedin_version;
if(typeof data24 === "string"){
if(!pattern7.test(data24)){
const err42 = {instancePath:instancePath+"/linkedin_version",schemaPath:"#/properties/linkedin_version/pattern",keyword:"pattern",params:{pattern: "^20[0-9]{2}(0[1-9]|1[0-2])$"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/linkedin_version",schemaPath:"#/properties/linkedin_version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.api_url !== undefined){
if(typeof data.api_url !== "string"){
const err44 = {instancePath:instancePath+"/api_url",schemaPath:"#/properties/api_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.oauth_url !== undefined){
if(typeof data.oauth_url !== "string"){
const err45 = {instancePath:instancePath+"/oauth_url",schemaPath:"#/properties/oauth_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.max_concurrency !== undefined){
let data27 = data.max_concurrency;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err46 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 32 || isNaN(data27)){
const err47 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data27 < 1 || isNaN(data27)){
const err48 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data.max_calls !== undefined){
let data28 = data.max_calls;
if(((!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))) && (!(data28 && typeof data28 == "object" && !Array.isArray(data28)))) && (typeof data28 !== "string")){
const err49 = {instancePath:instancePath+"/max_calls",schemaPath:"#/properties/max_calls/type",keyword:"type",params:{type: schema11.properties.max_calls.type}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.shard !== undefined){
if(typeof data.shard !== "string"){
const err50 = {instancePath:instancePath+"/shard",schemaPath:"#/properties/shard/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.connection_name !== undefined){
let data30 = data.connection_name;
if(typeof data30 === "string"){
if(!pattern8.test(data30)){
const err51 = {instancePath:instancePath+"/connection_name",schemaPath:"#/properties/connection_name/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/connection_name",schemaPath:"#/properties/connection_name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.metrics_log_level !== undefined){
let data31 = data.metrics_log_level;
if(typeof data31 !== "string"){
const err53 = {instancePath:instancePath+"/metrics_log_level",schemaPath:"#/properties/metrics_log_level/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!((((((data31 === "debug") || (data31 === "info")) || (data31 === "warning")) || (data31 === "error")) || (data31 === "critical")) || (data31 === "off"))){
const err54 = {instancePath:instancePath+"/metrics_log_level",schemaPath:"#/properties/metrics_log_level/enum",keyword:"enum",params:{allowedValues: schema11.properties.metrics_log_level.enum}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.request_timeout !== undefined){
let data32 = data.request_timeout;
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 86400 || isNaN(data32)){
const err55 = {instancePath:instancePath+"/request_timeout",schemaPath:"#/properties/request_timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data32 < 0.01 || isNaN(data32)){
const err56 = {instancePath:instancePath+"/request_timeout",schemaPath:"#/properties/request_timeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.01}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/request_timeout",schemaPath:"#/properties/request_timeout/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.max_tries !== undefined){
let data33 = data.max_tries;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err58 = {instancePath:instancePath+"/max_tries",schemaPath:"#/properties/max_tries/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 20 || isNaN(data33)){
const err59 = {instancePath:instancePath+"/max_tries",schemaPath:"#/properties/max_tries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data33 < 1 || isNaN(data33)){
const err60 = {instancePath:instancePath+"/max_tries",schemaPath:"#/properties/max_tries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data.retry_wait !== undefined){
let data34 = data.retry_wait;
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 3600 || isNaN(data34)){
const err61 = {instancePath:instancePath+"/retry_wait",schemaPath:"#/properties/retry_wait/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err62 = {instancePath:instancePath+"/retry_wait",schemaPath:"#/properties/retry_wait/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/retry_wait",schemaPath:"#/properties/retry_wait/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data.user_agent !== undefined){
let data35 = data.user_agent;
if(typeof data35 === "string"){
if(!pattern9.test(data35)){
const err64 = {instancePath:instancePath+"/user_agent",schemaPath:"#/properties/user_agent/pattern",keyword:"pattern",params:{pattern: "^[!-~]([ -~]{0,510}[!-~])?$"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/user_agent",schemaPath:"#/properties/user_agent/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.now !== undefined){
if(typeof data.now !== "string"){
const err66 = {instancePath:instancePath+"/now",schemaPath:"#/properties/now/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
