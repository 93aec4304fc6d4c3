"""The commands of `python -m build_tools`: each is a module by its name, with the click `command`.

A module is imported when its command is run or listed in the help, so that none waits for others.
"""
