
PS1='' PS2='' RPS1=''
unsetopt zle_bracketed_paste prompt_sp beep list_beep
PS1='READY>'
LISTMAX=100000
autoload -Uz compinit; compinit -u -D
source $ZDOTDIR/llplan.zsh
report() { zle -I; print -r -- "<LINE>$BUFFER</LINE>"; BUFFER= }
zle -N report
bindkey '^X^R' report
