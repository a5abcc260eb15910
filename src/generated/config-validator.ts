// @ts-nocheck: written by ajv from schemas/config.json; run `npm run generate` after a change there.

export const validate = validate10;

const schema11 = {"type":"object","properties":{"access_token":{"type":"string","pattern":"^[!-~]+$"},"client_id":{"type":"string","pattern":"^[!-~]+$"},"client_secret":{"type":"string","pattern":"^[!-~]+$"},"refresh_token":{"type":"string","pattern":"^[!-~]+$"},"organization_ids":{"type":["array","string","integer"],"items":{"type":["string","integer"]}},"start_date":{"type":"string"},"end_date":{"type":"string"},"time_granularity":{"type":"string","enum":["DAY","MONTH"]},"lookback_days":{"type":"integer","minimum":0,"maximum":36500},"snapshot_history":{"type":"boolean"},"resolve_names":{"type":"boolean"},"locale":{"type":"string","pattern":"^[a-z]{2}_[A-Z]{2}$"},"posts_full_refresh_days":{"type":"integer","minimum":1,"maximum":36500},"social_full_refresh_days":{"type":"integer","minimum":1,"maximum":36500},"member_data":{"type":"string","enum":["keep","hash","drop"]},"member_data_key":{"type":"string","pattern":"."},"skip_empty_streams":{"type":"boolean"},"flattening_enabled":{"type":"boolean"},"flattening_separator":{"type":"string","pattern":"^[A-Za-z0-9_]+$"},"flattening_max_depth":{"type":"integer","minimum":0},"linkedin_version":{"type":"string","pattern":"^20[0-9]{2}(0[1-9]|1[0-2])$"},"api_url":{"type":"string"},"oauth_url":{"type":"string"},"max_concurrency":{"type":"integer","minimum":1,"maximum":32},"max_calls":{"type":"integer","minimum":0},"request_timeout":{"type":"number","minimum":0.01,"maximum":86400},"max_tries":{"type":"integer","minimum":1,"maximum":20},"retry_wait":{"type":"number","minimum":0,"maximum":3600},"user_agent":{"type":"string","pattern":"^[!-~]([ -~]{0,510}[!-~])?$"},"now":{"type":"string"}}};
const pattern0 = new RegExp("^[!-~]+$", "u");
const pattern4 = new RegExp("^[a-z]{2}_[A-Z]{2}$", "u");
const pattern5 = new RegExp(".", "u");
const pattern6 = new RegExp("^[A-Za-z0-9_]+$", "u");
const pattern7 = new RegExp("^20[0-9]{2}(0[1-9]|1[0-2])$", "u");
const pattern8 = new RegExp("^[!-~]([ -~]{0,510}[!-~])?$", "u");

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
if(data.start_date !== undefined){
if(typeof data.start_date !== "string"){
const err10 = {instancePath:instancePath+"/start_date",schemaPath:"#/properties/start_date/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.end_date !== undefined){
if(typeof data.end_date !== "string"){
const err11 = {instancePath:instancePath+"/end_date",schemaPath:"#/properties/end_date/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.time_granularity !== undefined){
let data8 = data.time_granularity;
if(typeof data8 !== "string"){
const err12 = {instancePath:instancePath+"/time_granularity",schemaPath:"#/properties/time_granularity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data8 === "DAY") || (data8 === "MONTH"))){
const err13 = {instancePath:instancePath+"/time_granularity",schemaPath:"#/properties/time_granularity/enum",keyword:"enum",params:{allowedValues: schema11.properties.time_granularity.enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.lookback_days !== undefined){
let data9 = data.lookback_days;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err14 = {instancePath:instancePath+"/lookback_days",schemaPath:"#/properties/lookback_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 36500 || isNaN(data9)){
const err15 = {instancePath:instancePath+"/lookback_days",schemaPath:"#/properties/lookback_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err16 = {instancePath:instancePath+"/lookback_days",schemaPath:"#/properties/lookback_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.snapshot_history !== undefined){
if(typeof data.snapshot_history !== "boolean"){
const err17 = {instancePath:instancePath+"/snapshot_history",schemaPath:"#/properties/snapshot_history/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.resolve_names !== undefined){
if(typeof data.resolve_names !== "boolean"){
const err18 = {instancePath:instancePath+"/resolve_names",schemaPath:"#/properties/resolve_names/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.locale !== undefined){
let data12 = data.locale;
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
const err19 = {instancePath:instancePath+"/locale",schemaPath:"#/properties/locale/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2}_[A-Z]{2}$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/locale",schemaPath:"#/properties/locale/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.posts_full_refresh_days !== undefined){
let data13 = data.posts_full_refresh_days;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err21 = {instancePath:instancePath+"/posts_full_refresh_days",schemaPath:"#/properties/posts_full_refresh_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 36500 || isNaN(data13)){
const err22 = {instancePath:instancePath+"/posts_full_refresh_days",schemaPath:"#/properties/posts_full_refresh_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data13 < 1 || isNaN(data13)){
const err23 = {instancePath:instancePath+"/posts_full_refresh_days",schemaPath:"#/properties/posts_full_refresh_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data.social_full_refresh_days !== undefined){
let data14 = data.social_full_refresh_days;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err24 = {instancePath:instancePath+"/social_full_refresh_days",schemaPath:"#/properties/social_full_refresh_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 36500 || isNaN(data14)){
const err25 = {instancePath:instancePath+"/social_full_refresh_days",schemaPath:"#/properties/social_full_refresh_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err26 = {instancePath:instancePath+"/social_full_refresh_days",schemaPath:"#/properties/social_full_refresh_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.member_data !== undefined){
let data15 = data.member_data;
if(typeof data15 !== "string"){
const err27 = {instancePath:instancePath+"/member_data",schemaPath:"#/properties/member_data/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!(((data15 === "keep") || (data15 === "hash")) || (data15 === "drop"))){
const err28 = {instancePath:instancePath+"/member_data",schemaPath:"#/properties/member_data/enum",keyword:"enum",params:{allowedValues: schema11.properties.member_data.enum}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.member_data_key !== undefined){
let data16 = data.member_data_key;
if(typeof data16 === "string"){
if(!pattern5.test(data16)){
const err29 = {instancePath:instancePath+"/member_data_key",schemaPath:"#/properties/member_data_key/pattern",keyword:"pattern",params:{pattern: "."}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/member_data_key",schemaPath:"#/properties/member_data_key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.skip_empty_streams !== undefined){
if(typeof data.skip_empty_streams !== "boolean"){
const err31 = {instancePath:instancePath+"/skip_empty_streams",schemaPath:"#/properties/skip_empty_streams/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.flattening_enabled !== undefined){
if(typeof data.flattening_enabled !== "boolean"){
const err32 = {instancePath:instancePath+"/flattening_enabled",schemaPath:"#/properties/flattening_enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.flattening_separator !== undefined){
let data19 = data.flattening_separator;
if(typeof data19 === "string"){
if(!pattern6.test(data19)){
const err33 = {instancePath:instancePath+"/flattening_separator",schemaPath:"#/properties/flattening_separator/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_]+$"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/flattening_separator",schemaPath:"#/properties/flattening_separator/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.flattening_max_depth !== undefined){
let data20 = data.flattening_max_depth;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err35 = {instancePath:instancePath+"/flattening_max_depth",schemaPath:"#/properties/flattening_max_depth/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
const err36 = {instancePath:instancePath+"/flattening_max_depth",schemaPath:"#/properties/flattening_max_depth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data.linkedin_version !== undefined){
let data21 = data.linkedin_version;
if(typeof data21 === "string"){
if(!pattern7.test(data21)){
const err37 = {instancePath:instancePath+"/linkedin_version",schemaPath:"#/properties/linkedin_version/pattern",keyword:"pattern",params:{pattern: "^20[0-9]{2}(0[1-9]|1[0-2])$"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/linkedin_version",schemaPath:"#/properties/linkedin_version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.api_url !== undefined){
if(typeof data.api_url !== "string"){
const err39 = {instancePath:instancePath+"/api_url",schemaPath:"#/properties/api_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.oauth_url !== undefined){
if(typeof data.oauth_url !== "string"){
const err40 = {instancePath:instancePath+"/oauth_url",schemaPath:"#/properties/oauth_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.max_concurrency !== undefined){
let data24 = data.max_concurrency;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err41 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 32 || isNaN(data24)){
const err42 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data24 < 1 || isNaN(data24)){
const err43 = {instancePath:instancePath+"/max_concurrency",schemaPath:"#/properties/max_concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
if(data.max_calls !== undefined){
let data25 = data.max_calls;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
const err44 = {instancePath:instancePath+"/max_calls",schemaPath:"#/properties/max_calls/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 0 || isNaN(data25)){
const err45 = {instancePath:instancePath+"/max_calls",schemaPath:"#/properties/max_calls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
if(data.request_timeout !== undefined){
let data26 = data.request_timeout;
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 86400 || isNaN(data26)){
const err46 = {instancePath:instancePath+"/request_timeout",schemaPath:"#/properties/request_timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data26 < 0.01 || isNaN(data26)){
const err47 = {instancePath:instancePath+"/request_timeout",schemaPath:"#/properties/request_timeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.01}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/request_timeout",schemaPath:"#/properties/request_timeout/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.max_tries !== undefined){
let data27 = data.max_tries;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err49 = {instancePath:instancePath+"/max_tries",schemaPath:"#/properties/max_tries/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 20 || isNaN(data27)){
const err50 = {instancePath:instancePath+"/max_tries",schemaPath:"#/properties/max_tries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data27 < 1 || isNaN(data27)){
const err51 = {instancePath:instancePath+"/max_tries",schemaPath:"#/properties/max_tries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data.retry_wait !== undefined){
let data28 = data.retry_wait;
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 3600 || isNaN(data28)){
const err52 = {instancePath:instancePath+"/retry_wait",schemaPath:"#/properties/retry_wait/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data28 < 0 || isNaN(data28)){
const err53 = {instancePath:instancePath+"/retry_wait",schemaPath:"#/properties/retry_wait/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/retry_wait",schemaPath:"#/properties/retry_wait/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.user_agent !== undefined){
let data29 = data.user_agent;
if(typeof data29 === "string"){
if(!pattern8.test(data29)){
const err55 = {instancePath:instancePath+"/user_agent",schemaPath:"#/properties/user_agent/pattern",keyword:"pattern",params:{pattern: "^[!-~]([ -~]{0,510}[!-~])?$"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/user_agent",schemaPath:"#/properties/user_agent/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.now !== undefined){
if(typeof data.now !== "string"){
const err57 = {instancePath:instancePath+"/now",schemaPath:"#/properties/now/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
