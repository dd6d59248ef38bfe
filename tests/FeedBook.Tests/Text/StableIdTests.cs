using FeedBook.Text;

namespace FeedBook.Tests.Text;

public sealed class StableIdTests
{
    // The value of RFC 9562, appendix A.4, is in the DNS namespace; this one was made with Python's uuid.uuid5(uuid.NAMESPACE_URL, …).
    [Fact]
    public void A_UUID_is_the_one_that_any_other_program_makes_of_the_name() =>
        Assert.Equal(new Guid("527dda32-a0de-5105-a042-cb475b5f7d11"), StableId.Uuid("https://example.org/"));

    [Fact]
    public void A_hash_is_the_start_of_SHA_256() => Assert.Equal("ba7816bf8f01cfea", StableId.Hash("abc"));
}
