using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HealthCode.Web.Encryption;

/// <summary>The keys of ASP.NET Core's data protection, which protect cookies and signing keys, among the other key files.</summary>
public sealed class KeyFileRepository(KeyFiles files) : IXmlRepository
{
    private const string End = ".xml";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. files.Names().Where(name => name.EndsWith(End, StringComparison.Ordinal)).Select(name => files.Read(name)).OfType<byte[]>().Select(Parse)];

    public void StoreElement(XElement element, string friendlyName)
    {
        using var text = new MemoryStream();
        element.Save(text);
        files.TryCreate(friendlyName + End, text.ToArray());
    }

    private static XElement Parse(byte[] bytes)
    {
        using var text = new MemoryStream(bytes);
        return XElement.Load(text);
    }
}
