using HealthCode.Web.Foundation;

namespace HealthCode.Web.Imports;

/// <summary>Uploaded files and error sheets in the data folder. They contain resident data and are deleted as soon as possible.</summary>
public sealed class ImportFiles(DataFolder folder)
{
    private const string Start = "import-";
    private const string Incoming = ".in";
    private const string Faulty = ".faults";

    /// <summary>Path of an uploaded file until it has been read.</summary>
    public string IncomingOf(Guid id) => PathOf(id, Incoming);

    /// <summary>Path of the error sheet until it is downloaded.</summary>
    public string FaultsOf(Guid id) => PathOf(id, Faulty);

    /// <summary>Opens the error sheet and deletes it when closed; null if it was already downloaded.</summary>
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

    /// <summary>Deletes the files of all imports that are not kept.</summary>
    public void Sweep(Func<Guid, bool> isKept)
    {
        foreach (var file in Directory.GetFiles(folder.Uploads, Start + "*"))
        {
            if (!Guid.TryParseExact(Path.GetFileNameWithoutExtension(file)[Start.Length..], "n", out var id) || !isKept(id))
            {
                File.Delete(file);
            }
        }
    }

    private string PathOf(Guid id, string end) => Path.Combine(folder.Uploads, $"{Start}{id:n}{end}");
}
