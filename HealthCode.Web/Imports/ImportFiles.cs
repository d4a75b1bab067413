using HealthCode.Web.Foundation;

namespace HealthCode.Web.Imports;

/// <summary>Files on their way in and sheets of faults on their way back: they hold residents' names, and lie in the data folder no longer than needed.</summary>
public sealed class ImportFiles(DataFolder folder)
{
    private const string Incoming = ".in";
    private const string Faulty = ".faults";

    /// <summary>Where the file handed in lies until it has been read.</summary>
    public string IncomingOf(Guid id) => PathOf(id, Incoming);

    /// <summary>Where the sheet of faults lies until it is fetched.</summary>
    public string FaultsOf(Guid id) => PathOf(id, Faulty);

    /// <summary>Opens the sheet of faults and takes it away; null when it has been fetched.</summary>
    public Stream? Fetch(Guid id)
    {
        try
        {
            return new FileStream(FaultsOf(id), new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes what belongs to none of these.</summary>
    public void Sweep(IReadOnlySet<Guid> kept)
    {
        foreach (var file in Directory.GetFiles(folder.Temporary, "import-*").Where(file => !kept.Any(id => Path.GetFileName(file).StartsWith($"import-{id:n}", StringComparison.Ordinal))))
        {
            File.Delete(file);
        }
    }

    private string PathOf(Guid id, string end) => Path.Combine(folder.Temporary, $"import-{id:n}{end}");
}
