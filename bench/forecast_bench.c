/* forecast_bench.c */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include "../test/prospects.h"
#include "model/moments.h"
#include "model/simulate.h"
static double now(void){struct timespec t;clock_gettime(CLOCK_PROCESS_CPUTIME_ID,&t);return (double)t.tv_sec+(double)t.tv_nsec*1e-9;}
int main(int c_,char**v){
 struct arena a=arena_reserve((ptrdiff_t)8<<30);
 if(c_>1&&strcmp(v[1],"pool")==0){
  for(int i=0;i<2;i++){
  struct arena s=a; struct prospect*p=reference_prospect(35000,60,REFERENCE_BASE,&s); struct tally*t=tally_new(p,0,&s);
  double t0=now(); simulate_pool(p,1,0,100,t,s); double t1=now(); 
  s=a; p=reference_prospect(1000000,120,REFERENCE_BASE,&s); t=tally_new(p,0,&s);
  double t2=now(); simulate_pool(p,1,0,20,t,s); double t3=now();
  printf("ref2 (x10 of 100) %.3f s  ref3 %.3f s\n",(t1-t0)*10,t3-t2);} return 0; }
 struct prospect*p=reference_prospect(300,60,REFERENCE_BASE,&a),*c=coupled_prospect(300,60,&a),*l=coupled_prospect(229,60,&a);
 static struct moment out[121];
 for(int i=0;i<7;i++){
  struct arena s=a; double t0=now();
  struct calendar*cal=calendar_new(p,0,1,0,1000,&s); double t1=now();
  struct tally*t=tally_new(p,0,&s); double t2=now();
  simulate(p,cal,0,1000,t,s); double t3=now();
  int q=0; for(int m=0;m<=60;m++)for(int k=0;k<5;k++) q+=tally_quantile(t,TALLY_FILLED,m,50+k*200);
  double t4=now();
  moments_of(p,out,s); double t5=now();
  s=a; cal=calendar_new(c,0,1,0,1000,&s); t=tally_new(c,0,&s); double t6=now();
  simulate(c,cal,0,1000,t,s); double t7=now();
  s=a; double t8=now(); cal=calendar_new(l,0,1,0,1000,&s); t=tally_new(l,0,&s); double t9=now();
  simulate(l,cal,0,1000,t,s); double t10=now();
  moments_of(c,out,s); double t11=now();
  printf("wf1: calendar %.2f tally_new %.2f simulate %.2f quantiles %.2f total %.2f | moments %.3f coupled moments %.3f | coupled300 sim %.2f | 229: cal %.2f sim %.2f %d\n",(t1-t0)*1e3,(t2-t1)*1e3,(t3-t2)*1e3,(t4-t3)*1e3,(t4-t0)*1e3,(t5-t4)*1e3,(t11-t10)*1e3,(t7-t6)*1e3,(t9-t8)*1e3,(t10-t9)*1e3,q);
 }
}
