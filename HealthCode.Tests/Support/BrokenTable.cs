namespace HealthCode.Tests.Support;

/// <summary>Makes a table temporarily unavailable.</summary>
public static class BrokenTable
{
    /// <summary>Renames the table, or renames it back.</summary>
    public static Task RenameAwayAsync(this OfficeServer server, string table, bool back = false)
    {
        server.Tamper(back ? $"ALTER TABLE \"{table}_away\" RENAME TO \"{table}\"" : $"ALTER TABLE \"{table}\" RENAME TO \"{table}_away\"");
        return Task.CompletedTask;
    }
}
