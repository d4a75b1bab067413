using Microsoft.Extensions.FileProviders;

namespace HealthCode.Web.Pages.Help;

/// <summary>Reads the pictures of the manual, which are served as files, for printing.</summary>
public static class ManualPicture
{
    /// <summary>The file of an address; null if there is none.</summary>
    public static byte[]? Read(IFileProvider files, string address)
    {
        var file = files.GetFileInfo(address);
        if (!file.Exists)
        {
            return null;
        }

        using var stream = file.CreateReadStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
