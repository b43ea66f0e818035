
#compdef llplan

_llplan_completion() {
  eval $(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" _LLPLAN_COMPLETE=complete_zsh llplan)
}

if [[ $funcstack[1] == _llplan ]]; then
  _llplan_completion "$@"
fi
compdef _llplan_completion llplan

